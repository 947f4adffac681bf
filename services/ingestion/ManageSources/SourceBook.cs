using NewsPlatform.Ingestion.Http;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>What people do with sources.</summary>
internal sealed class SourceBook(ISourceStore sources, IPendingPageStore pages, SubscriptionBook subscriptions, PollSignal signal, SourceNews news, TimeProvider time)
{
    /// <summary>The added source, or the one that has its address already.</summary>
    public async Task<(Source? Added, Source? Conflict)> AddAsync(SourceInput input, CancellationToken ct)
    {
        var slug = Slug.Of(input.Name!); // checked by the caller
        for (var number = 1; ; number++)
        {
            var bare = input.ToSource(number == 1 ? slug : $"{slug}-{number}", time.GetUtcNow());
            var source = WithOverrideNoted(bare with { IgnoreRobots = false }, bare);
            var conflict = await sources.AddOrFindConflictAsync(source, ct);
            if (conflict is null)
            {
                news.TellAdded(source);
                signal.Wake();
                return (source, null);
            }

            // Another address under the same name is another list of the same publisher.
            if (conflict.Id != source.Id || conflict.Url == source.Url)
                return (null, conflict);
        }
    }

    /// <summary>The changed source; or the one that has its new address; or neither when there is no such source.</summary>
    public async Task<(Source? Changed, Source? Conflict)> ChangeAsync(string id, SourceInput input, CancellationToken ct)
    {
        while (await sources.TryFindAsync(id, ct) is { } current)
        {
            var next = Anew(current, WithOverrideNoted(current, input.Describe(current)), "It was described anew.");

            switch (await sources.SaveAsync(next, ct))
            {
                case SourceSave.Done:
                    if (next.Url != current.Url || next.Kind != current.Kind)
                        await subscriptions.LeaveAsync(id, ct);

                    news.Tell(current, next);
                    signal.Wake();
                    return (next, null);
                case SourceSave.AddressTaken:
                    return (null, await sources.AddOrFindConflictAsync(next with { Id = id }, ct));
                default:
                    continue;
            }
        }

        return (null, null);
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken ct)
    {
        var source = await sources.TryFindAsync(id, ct);
        var removed = await sources.RemoveAsync(id, ct);
        await pages.RemoveOfSourceAsync(id, ct);
        await subscriptions.LeaveAsync(id, ct);
        if (removed && source is not null)
            news.TellRemoved(source);

        return removed;
    }

    /// <summary>The source, due now; null when there is none.</summary>
    public async Task<Source?> PollNowAsync(string id, string reason, CancellationToken ct)
    {
        while (await sources.TryFindAsync(id, ct) is { } current)
        {
            var due = current with { NextAttemptAt = time.GetUtcNow(), NextReason = reason, ClaimedBy = null };
            if (await sources.SaveAsync(due, ct) == SourceSave.Done)
            {
                signal.Wake();
                return due;
            }
        }

        return null;
    }

    /// <summary>The source as if nothing had ever gone wrong with it, due now; null when there is none. Its address stays.</summary>
    public async Task<Source?> ReviveAsync(string id, CancellationToken ct)
    {
        while (await sources.TryFindAsync(id, ct) is { } current)
        {
            var revived = Anew(current, current, "Somebody revived it.");
            if (await sources.SaveAsync(revived, ct) == SourceSave.Done)
            {
                news.Tell(current, revived);
                signal.Wake();
                return revived;
            }
        }

        return null;
    }

    private Source WithOverrideNoted(Source before, Source source) => before.IgnoreRobots == source.IgnoreRobots
        ? source
        : source.Note(SourceAspect.Robots, before.IgnoreRobots ? "ignored" : "obeyed", source.IgnoreRobots ? "ignored" : "obeyed", "Its owner said so (ignoreRobots).", time.GetUtcNow());

    private Source Anew(Source before, Source source, string reason)
    {
        var now = time.GetUtcNow();
        var manners = new SourceManners { Formerly = before.Url == source.Url ? source.Manners.Formerly : [] };
        var believed = source.Manners.ConditionsOffSince is null ? source : source.Note(SourceAspect.ConditionalGet, "off", "on", reason, now);
        var fresh = believed with { NextAttemptAt = now, NextReason = reason, ClaimedBy = null, PaceMinutes = null, Failures = 0, Strikes = 0, LastError = null, Manners = manners };
        return fresh.Turn(SourceState.Healthy, reason, now);
    }
}
