using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Changes subscriptions by compare-and-set, and writes each turn in how they stand into their source's row, its log and its metric.</summary>
internal sealed class SubscriptionBook(ISubscriptionStore store, ISourceStore sources, SourceNews news, PollSignal signal, IOptions<WebSubOptions> options, TimeProvider time)
{
    private const int SecretBytes = 32;

    /// <summary>The source's subscription that is wanted; null when there is none.</summary>
    public async Task<Subscription?> TryFindWantedAsync(string sourceId, CancellationToken ct) =>
        (await store.ReadOfSourceAsync(sourceId, ct)).FirstOrDefault(row => row.State != SubscriptionState.Leaving);

    /// <summary>The same as clients see it.</summary>
    public async Task<SubscriptionView?> TryShowAsync(string sourceId, CancellationToken ct) =>
        options.Value.IsOn && await TryFindWantedAsync(sourceId, ct) is { } row ? SubscriptionView.Of(row) : null;

    /// <summary>A subscription at the offer's first hub, to be asked for at once.</summary>
    public Task<Subscription> AddAsync(string sourceId, HubOffer offer, CancellationToken ct) => AddAsync(sourceId, offer.Topic, HubChoice.Known([], offer.Hubs), new HubTry(offer.Hubs[0]), ct);

    /// <summary>Has the feed's next hub asked in place of the row's: under a callback of its own, so that what the old one still says is not taken for its word.</summary>
    public async Task MoveAsync(Subscription row, HubTry next, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var isGone = false;
        if (row.LeaseEndsAt is null)
            isGone = await TryForgetAsync(row, ct);
        else
            await ChangeAsync(row.Id, current => (isGone = current.Version == row.Version) ? current.Left(now) : null, ct);

        if (isGone)
            await AddAsync(row.SourceId, row.Topic, HubChoice.PutOff(row, now), next, ct);
    }

    private async Task<Subscription> AddAsync(string sourceId, string topic, IReadOnlyList<HubTry> hubs, HubTry hub, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var row = new Subscription
        {
            Id = id,
            SourceId = sourceId,
            Hub = hub.Address,
            Hubs = hubs,
            Topic = topic,
            Callback = options.Value.CallbackOf(id),
            Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)),
            AskAt = time.GetUtcNow(),
            Failures = hub.Failures,
        };
        await store.TrySaveAsync(row, ct); // the id is new
        signal.Wake();
        return row;
    }

    /// <summary>The row as changed and stored, or as it stands where the change gives null or itself; null when there is none.</summary>
    public async Task<Subscription?> ChangeAsync(string id, Func<Subscription, Subscription?> change, CancellationToken ct)
    {
        while (await store.TryFindAsync(id, ct) is { } row)
        {
            var changed = change(row);
            if (changed is null || changed == row)
                return row;

            if (await store.TrySaveAsync(changed, ct))
            {
                await TellAsync(row, changed, ct);
                return changed with { Version = row.Version + 1 };
            }
        }

        return null;
    }

    /// <summary>Has the source's subscriptions ended at their hubs.</summary>
    public async Task LeaveAsync(string sourceId, CancellationToken ct)
    {
        foreach (var row in await store.ReadOfSourceAsync(sourceId, ct))
            await ChangeAsync(row.Id, current => current.State == SubscriptionState.Leaving ? null : current.Left(time.GetUtcNow()), ct);

        signal.Wake();
    }

    /// <summary>True when the subscription was wanted for a source that is gone: it is left then. A kill right after the removal leaves it so.</summary>
    public async Task<bool> LeaveIfOrphanedAsync(Subscription row, CancellationToken ct)
    {
        if (row.State == SubscriptionState.Leaving || await sources.TryFindAsync(row.SourceId, ct) is not null)
            return false;

        await LeaveAsync(row.SourceId, ct);
        return true;
    }

    /// <summary>True when the row was still as it is here.</summary>
    public Task<bool> TryForgetAsync(Subscription row, CancellationToken ct) => store.TryRemoveAsync(row.Id, row.Version, ct);

    private async Task TellAsync(Subscription before, Subscription after, CancellationToken ct)
    {
        var (from, to) = (SubscriptionRules.WordOf(before), SubscriptionRules.WordOf(after));
        while (from != to && await sources.TryFindAsync(after.SourceId, ct) is { } source)
        {
            var now = time.GetUtcNow();
            var told = source.Note(SourceAspect.Hub, from, to, after.LastError ?? ReasonOf(to), now);

            // What the hub no longer brings is to be looked for at once.
            if (from == "subscribed" && source.ClaimedBy is null && source.NextAttemptAt > now)
                told = told with { NextAttemptAt = now, NextReason = "Its hub does not tell what is new any more (WebSub)." };

            if (await sources.SaveAsync(told, ct) == SourceSave.Done)
            {
                news.Tell(source, told);
                signal.Wake();
                return;
            }
        }
    }

    private static string ReasonOf(string word) => word switch
    {
        "subscribed" => "The hub confirmed the subscription, or delivers again.",
        "leaving" => "The subscription is no longer wanted.",
        _ => "The lease ended without a renewal.",
    };
}
