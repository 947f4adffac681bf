using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>How a poll ended.</summary>
/// <param name="ItemCount">Items of the list; null when nothing changed.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="RetryAfter">How long the site asks to be left alone.</param>
/// <param name="EstimatedMisses">Items that came and went since the last poll, as a guess.</param>
internal sealed record PollOutcome(int? ItemCount, string? Problem = null, TimeSpan? RetryAfter = null, int EstimatedMisses = 0);

/// <summary>
/// One poll of one source: fetch, find what is new, store it as pending pages or articles, and only then the fetch state. Killed
/// anywhere, the next poll finds the same items new again, and identity keys make nothing of what is known.
/// </summary>
internal sealed partial class SourcePoll(
    ListReading lists, ISourceStore sources, IPendingPageStore pages, ArticleFromWeb web, ILogger<SourcePoll> logger)
{
    public async Task<PollOutcome> RunAsync(Source source, DateTimeOffset now, CancellationToken ct)
    {
        var state = StateFor(source, await sources.ReadFetchStateAsync(source.Id, ct));
        var result = await lists.FetchAsync(source, state, ct);
        return result switch
        {
            NotModified => new PollOutcome(null),
            FetchFailed failed => new PollOutcome(null, failed.Sentence, failed.RetryAfter),
            Fetched fetched => await StoreAsync(source, state, fetched, now, ct),
            _ => throw new InvalidOperationException($"A fetch ended as {result.GetType().Name}."), // a closed set
        };
    }

    // Also when a poll of the old list wrote its state after the source was changed.
    private static FetchState StateFor(Source source, FetchState stored)
    {
        var list = $"{source.Kind} {source.Url.AbsoluteUri}";
        return stored.Of == list ? stored : new FetchState { Of = list };
    }

    private async Task<PollOutcome> StoreAsync(Source source, FetchState before, Fetched fetched, DateTimeOffset now, CancellationToken ct)
    {
        var after = new FetchState { Of = before.Of, ETag = fetched.ETag, LastModified = fetched.LastModified, BodyHash = ListDifference.HashOf(fetched.Body), Seen = before.Seen };
        int? count = null;
        var misses = 0;
        if (after.BodyHash != before.BodyHash)
        {
            try
            {
                (after, misses) = source.Kind == SourceKind.Page
                    ? (await AcceptPageAsync(source, after, fetched, ct), 0)
                    : await StoreItemsAsync(source, after, fetched, now, ct);
                count = after.Seen.Count;
            }
            catch (Exception unreadable) when (unreadable is UnreadableFeedException or UnreadableArticleException or ArticleTooLargeException)
            {
                return new PollOutcome(null, unreadable.Message, fetched.RetryAfter);
            }
        }

        await sources.SaveFetchStateAsync(source.Id, after, ct);
        return new PollOutcome(count, EstimatedMisses: misses);
    }

    private async Task<FetchState> AcceptPageAsync(Source source, FetchState state, Fetched fetched, CancellationToken ct)
    {
        await web.AcceptPageAsync(source, fetched, new PageHints(Language: source.Language, Section: source.Section), ct);
        return state with { Seen = new Dictionary<string, string>(StringComparer.Ordinal) { [source.Url.AbsoluteUri] = string.Empty } };
    }

    private async Task<(FetchState After, int EstimatedMisses)> StoreItemsAsync(Source source, FetchState state, Fetched fetched, DateTimeOffset now, CancellationToken ct)
    {
        var list = await lists.ReadAsync(source.Kind, fetched, ct);
        var difference = ListDifference.Of(list.Items, state.Seen);
        var language = source.Language ?? list.Language;
        await pages.PutAsync([.. difference.News.Select(item => PageOf(source, item, language, now)).OfType<PendingPage>()], ct);
        foreach (var item in difference.News.Where(item => AddressOf(item) is null && item.ContentHtml is not null))
            await AcceptItemAsync(source, item, HintsOf(source, item, language), ct);

        // An index may stay as it is while the sitemaps that it names change: with its marks kept, the next poll would not look at them.
        var after = list.ChildSitemaps.Count == 0 ? state with { Seen = difference.Seen } : new FetchState { Of = state.Of, Seen = difference.Seen };
        return (after, MissedItems.Estimate(list.Items, state.Seen, source.LastSuccessAt));
    }

    private async Task AcceptItemAsync(Source source, FeedItem item, PageHints hints, CancellationToken ct)
    {
        try
        {
            await web.AcceptFeedItemAsync(source, item, hints, ct);
        }
        catch (Exception unreadable) when (unreadable is UnreadableArticleException or ArticleTooLargeException)
        {
            // One bad item must not keep its list away; it is looked at again when it changes.
            LogSkipped(source.Id, "poll", "skipped", unreadable.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: {Stage} {Outcome} an item: {Reason}")]
    private partial void LogSkipped(string sourceId, string stage, string outcome, string reason);

    private static PendingPage? PageOf(Source source, FeedItem item, string? language, DateTimeOffset now) => AddressOf(item) is not { } url ? null : new PendingPage
    {
        Id = PendingPage.IdOf(source.Id, url),
        SourceId = source.Id,
        Url = url,
        Hints = HintsOf(source, item, language) with { FeedHtml = item.ContentHtml?.Length <= PageHints.MaxFeedHtmlLength ? item.ContentHtml : null },
        NextAttemptAt = now,
        FoundAt = now,
        TraceParent = ArticleTrace.Here,
    };

    private static PageHints HintsOf(Source source, FeedItem item, string? language) =>
        new(item.Title, item.PublishedAt, item.Language ?? language, source.Section ?? (item.Categories is [var category, ..] ? category : null), FeedId: item.Id);

    private static Uri? AddressOf(FeedItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var url) && UrlKey.Of(url) is not null ? url : null;
}
