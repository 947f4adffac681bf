using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>What clients see of a source's subscription.</summary>
/// <param name="State">requested, subscribed, silent (it keeps items back: the feed is polled at its own pace) or denied.</param>
/// <param name="Hub">Its address without query.</param>
/// <param name="LeaseEndsAt">Until when the hub delivers; null = it does not.</param>
/// <param name="LastDeliveryAt">Null = never.</param>
/// <param name="Deliveries">So far.</param>
/// <param name="NextRequestAt">When the hub is asked (again).</param>
/// <param name="LastError">One sentence; null when all went well last.</param>
internal sealed record SubscriptionView(string State, string Hub, DateTimeOffset? LeaseEndsAt, DateTimeOffset? LastDeliveryAt, long Deliveries, DateTimeOffset NextRequestAt, string? LastError)
{
    public static SubscriptionView Of(Subscription row) =>
        new(SubscriptionRules.WordOf(row), RedirectRules.Shown(row.Hub), row.LeaseEndsAt, row.LastDeliveryAt, row.Deliveries, row.AskAt, row.LastError);
}
