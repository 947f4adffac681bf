using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>
/// One poll of one source: fetch, find what is new, store it as pending pages or articles, and only then the fetch state. Killed
/// anywhere, the next poll finds the same items new again, and identity keys make nothing of what is known.
/// </summary>
internal sealed partial class SourcePoll(
    ListReading lists, ISourceStore sources, IPendingPageStore pages, ArticleFromWeb web, IOptions<PollingOptions> options, TimeProvider time, ILogger<SourcePoll> logger)
{
    // The list and as much again, until the next poll forgets what left it; what is cut is fetched once more and known by its keys.
    private static readonly int MostSeen = 2 * FeedLimits.Default.MaxItems;

    public async Task<PollOutcome> RunAsync(Source source, DateTimeOffset now, CancellationToken ct)
    {
        var state = StateFor(source, await sources.ReadFetchStateAsync(source.Id, ct));
        var isFull = MustBeFull(source, state);
        var result = isFull ? await lists.FetchAsync(source, ct) : await lists.FetchChangedAsync(source, state, ct);
        return result switch
        {
            NotModified same => new PollOutcome(null) { Hints = new SiteHints(state.Rhythm, same.FreshFor), MovedTo = same.MovedTo },
            FetchFailed failed => new PollOutcome(null, PollFailures.Of(failed)),
            Fetched fetched => await StoreAsync(source, state, fetched, now, ct) with { WasFull = isFull },
            _ => throw new InvalidOperationException($"A fetch ended as {result.GetType().Name}."), // a closed set
        };
    }

    /// <summary>Takes a list, or the newest part of it, that a hub delivered. What the site sent last stays known, so that the next poll asks as it would have asked.</summary>
    /// <exception cref="UnreadableFeedException">The body is no feed.</exception>
    public async Task<AdoptedList> AdoptAsync(Source source, Fetched delivered, DateTimeOffset now, CancellationToken ct)
    {
        var list = lists.Read(source, delivered);
        var state = StateFor(source, await sources.ReadFetchStateAsync(source.Id, ct));
        var difference = ListDifference.Of(list.Items, state.Seen);
        await StoreNewsAsync(source, state, difference, source.Language ?? list.Language, now, ct);
        var seen = difference.Seen.Concat(state.Seen.Where(item => !difference.Seen.ContainsKey(item.Key))).Take(MostSeen);
        await sources.SaveFetchStateAsync(source.Id, state with { Seen = seen.ToDictionary(StringComparer.Ordinal) }, ct);
        return new AdoptedList([.. difference.Seen.Keys], difference.Seen.Keys.Any(id => !state.Seen.ContainsKey(id)));
    }

    // Also when a poll of the old list wrote its state after the source was changed. An address that the source moved away from is the same list.
    private static FetchState StateFor(Source source, FetchState stored)
    {
        var isOfIt = source.Manners.Formerly.Select(former => former.Url).Prepend(source.Url).Any(url => stored.Of == ListOf(source, url));
        return isOfIt ? stored with { Of = ListOf(source, source.Url) } : new FetchState { Of = ListOf(source, source.Url) };
    }

    private static string ListOf(Source source, Uri url) => $"{source.Kind} {url.AbsoluteUri}";

    private bool MustBeFull(Source source, FetchState state) =>
        (state.ETag is null && state.LastModified is null)
        || source.Manners.ConditionsOffSince is not null
        || (options.Value.FullFetchEvery > 0 && source.Manners.ConditionalPolls >= options.Value.FullFetchEvery - 1);

    private async Task<PollOutcome> StoreAsync(Source source, FetchState before, Fetched fetched, DateTimeOffset now, CancellationToken ct)
    {
        var after = before with { ETag = fetched.ETag, LastModified = fetched.LastModified, BodyHash = ListDifference.HashOf(fetched.Body) };
        var found = new Found(after, null);
        if (after.BodyHash != before.BodyHash)
        {
            try
            {
                found = source.Kind == SourceKind.Page
                    ? await AcceptPageAsync(source, after, fetched, now, ct)
                    : await StoreItemsAsync(source, after, fetched, now, ct);
            }
            catch (Exception unreadable) when (unreadable is UnreadableFeedException or UnreadableArticleException or ArticleTooLargeException)
            {
                return new PollOutcome(null, PollFailures.Unreadable(unreadable, fetched.RetryAfter));
            }
        }

        await sources.SaveFetchStateAsync(source.Id, found.State, ct);
        return new PollOutcome(found.Items, EstimatedMisses: found.Misses)
        {
            FreshIds = found.Fresh,
            WasRead = found.WasRead,
            Offer = found.Offer,
            Imprint = found.Imprint,
            Covers = found.Covers,
            Hints = new SiteHints(found.State.Rhythm, fetched.FreshFor),
            MovedTo = fetched.MovedTo,
            ChangeWasDenied = found.HasNews && await DeniesChangeAsync(source, before, ct),
        };
    }

    /// <summary>Whether the site now, that the list has changed for sure, still says that it has not. Asked only after a fetch that had to be full.</summary>
    private async Task<bool> DeniesChangeAsync(Source source, FetchState before, CancellationToken ct) =>
        (before.ETag is not null || before.LastModified is not null)
        && source.Manners.ConditionsOffSince is null
        && source.Manners.ConditionalPolls > 0
        && MustBeFull(source, before)
        && await lists.FetchChangedAsync(source, before, ct) is NotModified;

    private async Task<Found> AcceptPageAsync(Source source, FetchState state, Fetched fetched, DateTimeOffset askedAt, CancellationToken ct)
    {
        await web.AcceptPageAsync(source, fetched, new PageHints(Language: source.Language, Section: source.Section), askedAt, ct);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal) { [source.Url.AbsoluteUri] = string.Empty };
        return new Found(state with { Seen = seen }, 1) { HasNews = true };
    }

    private async Task<Found> StoreItemsAsync(Source source, FetchState state, Fetched fetched, DateTimeOffset now, CancellationToken ct)
    {
        var list = await lists.ReadAsync(source, fetched, ct);
        var difference = ListDifference.Of(list.Items, state.Seen);
        await StoreNewsAsync(source, state, difference, source.Language ?? list.Language, now, ct);

        // An index may stay as it is while the sitemaps that it names change: with its marks kept, the next poll would not look at them.
        var after = list.ChildSitemaps.Count == 0 ? state with { Seen = difference.Seen } : new FetchState { Of = state.Of, Seen = difference.Seen };
        return new Found(after with { Rhythm = list.Rhythm }, difference.Seen.Count)
        {
            Fresh = state.Seen.Count == 0 ? [] : [.. difference.Seen.Keys.Where(id => !state.Seen.ContainsKey(id))],
            WasRead = true,
            Offer = HubOffer.Find(list, fetched),
            Imprint = SourceImprint.Of(source, list),
            HasNews = difference.News.Count > 0,
            Covers = ListReach.Of(list.Items, now),
            Misses = MissedItems.Estimate(list.Items, state.Seen, source.LastSuccessAt),
        };
    }

    private async Task StoreNewsAsync(Source source, FetchState before, ListDifference difference, string? language, DateTimeOffset now, CancellationToken ct)
    {
        // Not the poll's start: a page that was read while the list was on its way may be older than what the list says of it.
        var foundAt = time.GetUtcNow();
        await pages.PutAsync([.. difference.News.Select(item => PageOf(source, item, language, now, foundAt, isNew: !before.Seen.ContainsKey(item.Id))).OfType<PendingPage>()], ct);
        foreach (var item in difference.News.Where(item => AddressOf(item) is null && item.ContentHtml is not null))
            await AcceptItemAsync(source, item, HintsOf(source, item, language), ct);
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

    private static PendingPage? PageOf(Source source, FeedItem item, string? language, DateTimeOffset now, DateTimeOffset foundAt, bool isNew) => AddressOf(item) is not { } url ? null : new PendingPage
    {
        Id = PendingPage.IdOf(source.Id, url),
        SourceId = source.Id,
        Url = url,
        Hints = HintsOf(source, item, language) with { FeedHtml = item.ContentHtml?.Length <= PageHints.MaxFeedHtmlLength ? item.ContentHtml : null },
        NextAttemptAt = now,
        FoundAt = foundAt,
        IsNewInList = isNew,
        TraceParent = ArticleTrace.Here,
    };

    private static PageHints HintsOf(Source source, FeedItem item, string? language) =>
        new(item.Title, item.PublishedAt, item.Language ?? language, source.Section ?? (item.Categories is [var category, ..] ? category : null), FeedId: item.Id, Extras: item.Extras, UpdatedAt: item.UpdatedAt);

    private static Uri? AddressOf(FeedItem item) =>
        Uri.TryCreate(item.Link, UriKind.Absolute, out var url) && UrlKey.Of(url) is not null ? url : null;

    /// <summary>What a body that came gave.</summary>
    private sealed record Found(FetchState State, int? Items)
    {
        public IReadOnlyList<string> Fresh { get; init; } = [];

        public bool WasRead { get; init; }

        public HubOffer? Offer { get; init; }

        public SourceImprint? Imprint { get; init; }

        public bool HasNews { get; init; }

        public TimeSpan? Covers { get; init; }

        public int Misses { get; init; }
    }
}
