using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Fetches pending pages as they fall due, some at a time and few of each host.</summary>
internal sealed partial class PageFetchService(
    PageVisit visit, PageTurns turns, PagesReadAlready read, WebWork work, ISourceStore sources, IPendingPageStore pages, ILogger<PageFetchService> logger)
    : BackgroundService
{
    // Enough to find pages of other hosts behind those of one busy host.
    private const int LookAhead = 200;

    private readonly WorkSlots _slots = new(work.Options.ConcurrentPages, work.ConcurrentPerHost);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await work.LoopAsync(FreeOwnClaimsAsync, StartDueAsync, LogLoopFailed, stoppingToken);
    }

    private async Task FreeOwnClaimsAsync(CancellationToken ct)
    {
        var now = work.Now;
        foreach (var page in await pages.ReadClaimedAsync(work.Owner, now, ct))
            await pages.TrySaveAsync(page with { ClaimedBy = null, NextAttemptAt = now }, ct);
    }

    private async Task StartDueAsync(CancellationToken ct)
    {
        if (_slots.Free == 0 || !work.MayFetch)
            return;

        foreach (var page in await pages.ReadDueAsync(work.Now, LookAhead, ct))
        {
            var host = SiteHost.Of(page.Url);
            var place = UrlKey.Of(page.Url) ?? page.Id; // one page of two lists: one after the other
            if (_slots.TryTake(place, host))
                work.Run(() => VisitAsync(page, ct), () => _slots.GiveBack(place, host), LogVisitFailed);
        }
    }

    private async Task VisitAsync(PendingPage page, CancellationToken ct)
    {
        var source = await sources.TryFindAsync(page.SourceId, ct);
        if (source is null)
            await pages.TryRemoveAsync(page.Id, page.Version, ct);
        else if (await read.TrySettleAsync(page, source, ct))
            work.Metrics.Count("fetch-page", "known");
        else if (await turns.TryTakeAsync(page, source, ct) is { } robots)
            await VisitInTurnAsync(page, source, robots, ct);
    }

    private async Task VisitInTurnAsync(PendingPage page, Source source, RobotsWord robots, CancellationToken ct)
    {
        try
        {
            var claimed = PageSchedule.Claim(page, work.Owner, work.Now, work.Options.Claim);
            if (await pages.TrySaveAsync(claimed, ct))
                await visit.RunAsync(claimed with { Version = page.Version + 1 }, source, robots, ct);
        }
        finally
        {
            await turns.GiveBackAsync(page);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for pages to fetch failed; the next look repeats it")]
    private partial void LogLoopFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "Fetching a page failed; it is fetched again when its claim ends")]
    private partial void LogVisitFailed(Exception failure);
}
