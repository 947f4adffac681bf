using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>Has what was asked of the hub confirmed by whom it concerns, and does it (WebSub, 5.2 and 5.3).</summary>
internal sealed partial class HubDesk(
    ISubscriberStore store, SubscriberBook book, EndpointCaller caller, ChangeLog log, IOptions<DeliveryOptions> options, PublishingMetrics metrics, TimeProvider clock, ILogger<HubDesk> logger)
{
    private const int ChallengeBytes = 32;

    public async Task HandleAsync(HubRequest request, CancellationToken ct)
    {
        var outcome = await StepAsync(request, ct);
        metrics.Count("confirm-subscription", outcome);
        LogHandled(logger, request.Callback.Host, request.Topic, outcome);
    }

    private async Task<string> StepAsync(HubRequest request, CancellationToken ct)
    {
        var id = IdOf(request);
        var isKnown = await store.TryFindAsync(id, ct) is not null;
        if (!request.IsLeaving && !isKnown && await store.CountAsync(SubscriberKind.Hub, ct) >= options.Value.MaxSubscriptions)
        {
            await caller.GetAsync(With(request.Callback, ("hub.mode", "denied"), ("hub.topic", request.Topic), ("hub.reason", "The hub has as many subscriptions as it takes.")), ct);
            return "denied";
        }

        if (!await IsMeantAsync(request, ct))
        {
            return "unconfirmed";
        }

        if (request.IsLeaving)
        {
            await store.RemoveAsync(id, version: null, ct);
            return "unsubscribed";
        }

        await SubscribeAsync(id, request, ct);
        return isKnown ? "renewed" : "subscribed";
    }

    private async Task<bool> IsMeantAsync(HubRequest request, CancellationToken ct)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChallengeBytes));
        List<(string, string)> question = [("hub.mode", request.IsLeaving ? "unsubscribe" : "subscribe"), ("hub.topic", request.Topic), ("hub.challenge", challenge)];
        if (!request.IsLeaving)
        {
            question.Add(("hub.lease_seconds", request.Lease.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)));
        }

        var answer = await caller.GetAsync(With(request.Callback, [.. question]), ct);
        return answer.IsTaken && answer.Text == challenge;
    }

    private async Task SubscribeAsync(string id, HubRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = new Subscriber
        {
            Id = id,
            Kind = SubscriberKind.Hub,
            Url = request.Callback,
            CreatedAt = now,
            Cursor = await log.ReadTailAsync(ct),
            Hub = new HubSubscription { Topic = request.Topic, Secret = request.Secret, LeaseEndsAt = now + request.Lease },
        };
        if (!await store.TrySaveAsync(row, [], ct))
        {
            await book.ChangeAsync(id, current => current.SwitchedOn(now) with { Hub = current.Hub! with { Secret = request.Secret, LeaseEndsAt = now + request.Lease } }, ct); // the id is the hub's own
        }
    }

    // The same callback may follow several feeds, and several callbacks one.
    private static string IdOf(HubRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Topic}\n{request.Callback.OriginalString}")).AsSpan(0, 16));

    // A query that the callback has stays (WebSub, 5.1).
    private static Uri With(Uri callback, params IReadOnlyList<(string Name, string Value)> more) =>
        new($"{callback.OriginalString}{(callback.Query.Length == 0 ? '?' : '&')}{string.Join('&', more.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"))}");

    [LoggerMessage(LogLevel.Information, "Hub: {Host} and {Topic}: {Outcome}")]
    private static partial void LogHandled(ILogger logger, string host, string topic, string outcome);
}
