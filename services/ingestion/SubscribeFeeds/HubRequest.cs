using System.Globalization;
using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Sends a hub the wish to subscribe or to end a subscription (WebSub, 5.1), through the one client that checks every address.</summary>
internal sealed class HubRequest(PageFetcher fetcher, IOptions<WebSubOptions> options)
{
    /// <summary>Null when the hub took it; it then comes back to have it confirmed.</summary>
    public async Task<FetchFailed?> SendAsync(Subscription row, CancellationToken ct) =>
        await fetcher.FetchAsync(new FetchRequest(row.Hub, Accept: "*/*") { Form = FormOf(row) }, ct) as FetchFailed;

    // The secret also over plain http: without it whoever learns the callback would be believed.
    private List<KeyValuePair<string, string>> FormOf(Subscription row)
    {
        var isLeaving = row.State == SubscriptionState.Leaving;
        List<KeyValuePair<string, string>> form =
        [
            new("hub.mode", isLeaving ? "unsubscribe" : "subscribe"),
            new("hub.callback", row.Callback.AbsoluteUri),
            new("hub.topic", row.Topic),
        ];
        return isLeaving
            ? form
            : [.. form, new("hub.lease_seconds", options.Value.Lease.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)), new("hub.secret", row.Secret)];
    }
}
