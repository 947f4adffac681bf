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
    private const string Failed = "failed";

    /// <summary>Has the request wait to be confirmed, in the place of one for the same feed and callback that still does; false when too many wait.</summary>
    public async Task<bool> TryTakeAsync(HubRequest request, CancellationToken ct)
    {
        var row = new Subscriber
        {
            Id = $"asked-{IdOf(request)}",
            Kind = SubscriberKind.HubRequest,
            Url = request.Callback,
            CreatedAt = clock.GetUtcNow(),
            Cursor = await log.ReadTailAsync(ct),
            Asked = request,
        };
        while (true)
        {
            // Whoever asks the callback about the one before ends that first.
            if (await book.ChangeAsync(row.Id, held => row with { Version = held.Version, Owner = held.Owner, OwnedUntil = held.OwnedUntil }, ct) is not null)
            {
                return true;
            }

            if (await store.CountAsync(SubscriberKind.HubRequest, ct) >= HubRules.Waiting)
            {
                return false;
            }

            if (await store.TrySaveAsync(row, [], ct))
            {
                return true;
            }
        }
    }

    /// <summary>Asks the callback and does what it confirms. What is left to do: the request for its next try, or null.</summary>
    public async Task<Subscriber?> ConfirmAsync(Subscriber row, CancellationToken ct)
    {
        var request = row.Asked!; // a request's row has it
        var (outcome, answer) = row.CreatedAt + HubRules.Patience < clock.GetUtcNow() ? ("too-old", null) : await StepAsync(request, ct);
        var left = outcome == Failed ? row.Tried(answer!.Problem, answer.RetryAfter, clock.GetUtcNow()) : null; // it failed by what was answered
        outcome = outcome == Failed && left is null ? "given-up" : outcome;
        metrics.Count("confirm-subscription", outcome);
        LogHandled(logger, request.Callback.Host, request.Topic, outcome, answer?.Problem ?? "");
        return left;
    }

    private async Task<(string Outcome, EndpointAnswer? Answer)> StepAsync(HubRequest request, CancellationToken ct)
    {
        var id = IdOf(request);
        var isKnown = await store.TryFindAsync(id, ct) is not null;
        if (!request.IsLeaving && !isKnown && await store.CountAsync(SubscriberKind.Hub, ct) >= options.Value.MaxSubscriptions)
        {
            var told = await caller.GetAsync(With(request.Callback, ("hub.mode", "denied"), ("hub.topic", request.Topic), ("hub.reason", "The hub has as many subscriptions as it takes.")), ct);
            return ("denied", told);
        }

        var (isMeant, answer) = await AskAsync(request, ct);
        if (!isMeant)
        {
            // Another word than the challenge is an answer too.
            return (answer.IsPassing ? Failed : "refused", answer);
        }

        if (request.IsLeaving)
        {
            await store.RemoveAsync(id, version: null, ct);
            return ("unsubscribed", answer);
        }

        await SubscribeAsync(id, request, ct);
        return (isKnown ? "renewed" : "subscribed", answer);
    }

    private async Task<(bool IsMeant, EndpointAnswer Answer)> AskAsync(HubRequest request, CancellationToken ct)
    {
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChallengeBytes));
        List<(string, string)> question = [("hub.mode", request.IsLeaving ? "unsubscribe" : "subscribe"), ("hub.topic", request.Topic), ("hub.challenge", challenge)];
        if (!request.IsLeaving)
        {
            question.Add(("hub.lease_seconds", request.Lease.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)));
        }

        var answer = await caller.GetAsync(With(request.Callback, [.. question]), ct);
        return (answer.IsTaken && answer.Text == challenge, answer);
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

    [LoggerMessage(LogLevel.Information, "Hub: {Host} and {Topic}: {Outcome}. {Reason}")]
    private static partial void LogHandled(ILogger logger, string host, string topic, string outcome, string reason);
}
