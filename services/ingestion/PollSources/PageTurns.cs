using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Lets a page be fetched when its site allows it and its host's turn has come; otherwise the page waits in the store.</summary>
internal sealed class PageTurns(RobotsBook robots, HostTurns turns, IPendingPageStore pages)
{
    /// <summary>What robots.txt says, once it is the page's turn (a page that is refused needs none); null when the page was put off.</summary>
    public async Task<RobotsWord?> TryTakeAsync(PendingPage page, Source source, CancellationToken ct)
    {
        var word = source.IgnoreRobots ? RobotsWord.Allowed : await robots.AskAsync(page.Url, ct);
        if (word.Refusal is not null || await turns.TryTakeAsync(page.Url, page.Id, word.CrawlDelay, ct) is not { } until)
            return word;

        await pages.TrySaveAsync(page with { NextAttemptAt = until }, ct);
        return null;
    }

    public Task GiveBackAsync(PendingPage page) => turns.GiveBackAsync(page.Url, page.Id, CancellationToken.None);

    /// <summary>Leaves the page's host alone if it asked for it; gives what of its wish is granted.</summary>
    public async Task<TimeSpan?> GrantPauseAsync(PendingPage page, TimeSpan? asked, CancellationToken ct)
    {
        await turns.LeaveAloneAsync(page.Url, asked, ct);
        return asked is { } wish ? turns.Granted(wish) : null;
    }
}
