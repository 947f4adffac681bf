using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>
/// Adopts a delivery as a poll would adopt the list: under the source's claim, by the same reader, into the same stores, the fetch state last. Where that cannot be
/// now (a poll runs, the intake is closed, it is no feed), the source is due for a poll instead, which is as lasting.
/// </summary>
internal sealed class DeliveryAdoption(SubscriptionBook book, SourceBook people, ISourceStore sources, SourcePoll poll, WebWork work)
{
    /// <summary>False when it was left to a poll.</summary>
    public async Task<bool> AdoptAsync(Subscription row, byte[] body, string? contentType, CancellationToken ct)
    {
        if (await sources.TryFindAsync(row.SourceId, ct) is not { } source)
        {
            await book.LeaveAsync(row.SourceId, ct);
            return false;
        }

        var claimed = SourceSchedule.Claim(source, work.Owner, work.Now, work.Options.Claim);
        if (body.Length == 0 || !work.MayPoll || IsClaimed(source) || await sources.SaveAsync(claimed, ct) != SourceSave.Done)
            return await DeferAsync(row, ct);

        var taken = await TryTakeAsync(row, source, body, contentType, ct);
        if (taken is null)
            return await DeferAsync(row, ct);

        await book.ChangeAsync(row.Id, current => current.Delivered(taken.Ids, taken.HasNews, work.Now), ct);
        return true;
    }

    private bool IsClaimed(Source source) => source.ClaimedBy is not null && source.NextAttemptAt > work.Now;

    private async Task<AdoptedList?> TryTakeAsync(Subscription row, Source source, byte[] body, string? contentType, CancellationToken ct)
    {
        try
        {
            var delivered = new Fetched { Body = body, ContentType = contentType, FinalUri = new Uri(row.Topic) };
            return await poll.AdoptAsync(source, delivered, work.Now, ct);
        }
        catch (UnreadableFeedException)
        {
            return null;
        }
        finally
        {
            await GiveBackAsync(source);
        }
    }

    // Unless somebody asked for a poll or described the source anew meanwhile.
    private async Task GiveBackAsync(Source before)
    {
        while (await sources.TryFindAsync(before.Id, CancellationToken.None) is { ClaimedBy: not null } current)
        {
            if (await sources.SaveAsync(current with { ClaimedBy = null, NextAttemptAt = before.NextAttemptAt, NextReason = before.NextReason }, CancellationToken.None) == SourceSave.Done)
                return;
        }
    }

    // First the poll, then the note of it: killed between, the hub delivers again.
    private async Task<bool> DeferAsync(Subscription row, CancellationToken ct)
    {
        await people.PollNowAsync(row.SourceId, "Its hub says that something is new (WebSub).", ct);
        await book.ChangeAsync(row.Id, current => current.Deferred(work.Now), ct);
        return false;
    }
}
