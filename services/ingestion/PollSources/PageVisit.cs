using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Fetches one claimed page, hands its article to the intake, and only then forgets the page.</summary>
internal sealed partial class PageVisit(
    PageFetcher fetcher, ArticleFromWeb web, IPendingPageStore pages, PageTurns turns, WebWork work, ILogger<PageVisit> logger)
{
    private const string Stage = "fetch-page";

    public async Task RunAsync(PendingPage page, Source source, RobotsWord robots, CancellationToken ct)
    {
        using var run = work.Metrics.GoOn(Stage, page.TraceParent).Of("SourceId", source.Id);
        var failure = robots.Refusal is { } refusal ? new PageFailure(refusal, robots.IsForNow) : await TryAcceptAsync(page, source, ct);
        if (failure is null)
        {
            await pages.TryRemoveAsync(page.Id, page.Version, ct);
            run.End("done");
            return;
        }

        failure = failure with { RetryAfter = await turns.GrantPauseAsync(page, failure.RetryAfter, ct) };
        var next = PageSchedule.Failed(page, failure, work.Options.MaxPageAttempts, work.Now);
        work.Hits.Hit(next.GivenUp && failure.IsTransient ? IngestionLimit.PageAttempts : null);
        if (next.GivenUp && page.Hints.FeedHtml is not null && await TryAcceptFeedTextAsync(page, source, ct))
        {
            await pages.TryRemoveAsync(page.Id, page.Version, ct);
            run.End("feed-text", failure.Sentence);
            return;
        }

        await pages.TrySaveAsync(next, ct);
        var outcome = next.GivenUp ? "given-up" : "retried";
        run.End(outcome, failure.Sentence);
        LogFailed(source.Id, page.Url.Host, Stage, outcome, failure.Sentence);
    }

    private async Task<PageFailure?> TryAcceptAsync(PendingPage page, Source source, CancellationToken ct)
    {
        var askedAt = work.Now;
        var result = await fetcher.FetchAsync(new FetchRequest(page.Url, Credential: source.Credential), ct);
        if (result is not Fetched fetched)
            return result is FetchFailed failed ? FailureOf(failed) : new PageFailure("The site gave no body for a plain request.", IsTransient: true);

        // Sites send visitors whom they do not want, and addresses they do not know, to their front page.
        if (fetched.FinalUri.AbsolutePath == "/" && page.Url.AbsolutePath != "/")
            return new PageFailure($"{page.Url} leads to the site's front page, so there is no article to read.", IsTransient: false);

        try
        {
            await web.AcceptPageAsync(source, fetched, page.Hints, askedAt, ct);
            return null;
        }
        catch (UnreadableArticleException unreadable)
        {
            work.Hits.Hit(unreadable.Limit);
            return new PageFailure(unreadable.Message, unreadable.IsBotWall || unreadable.IsForNow, fetched.RetryAfter);
        }
        catch (ArticleTooLargeException tooLarge)
        {
            work.Hits.Hit(IngestionLimit.ArticleBytes);
            return new PageFailure(tooLarge.Message, IsTransient: false);
        }
    }

    // Lists name articles a moment before all of a site's servers know them.
    private static PageFailure FailureOf(FetchFailed failed) =>
        new(failed.Sentence, failed.Transient || failed.Status == StatusCodes.Status404NotFound, PollFailures.AskedPause(failed));

    private async Task<bool> TryAcceptFeedTextAsync(PendingPage page, Source source, CancellationToken ct)
    {
        try
        {
            await web.AcceptFeedTextAsync(source, page.Url, page.Hints, ct);
            return true;
        }
        catch (Exception unreadable) when (unreadable is UnreadableArticleException or ArticleTooLargeException)
        {
            LogFailed(source.Id, page.Url.Host, "read-feed-text", "skipped", unreadable.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: a page of {Host}: {Stage} {Outcome}: {Reason}")]
    private partial void LogFailed(string sourceId, string host, string stage, string outcome, string reason);
}
