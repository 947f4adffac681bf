using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.WatchPipeline;

/// <summary>What the pipeline holds and how long it has held it; the same numbers as <c>/api/v1/pipeline</c>.</summary>
internal sealed class PipelineFigures : IFigures
{
    private const int PageSize = 1_000;

    // Due order is that of the last attempt: the oldest article is among the first, not always the first.
    private const int FirstPending = 50;

    private readonly IArticleStore _articles;
    private readonly IDeadLetterStore _letters;
    private readonly IPendingPageStore _pages;
    private readonly TimeProvider _time;
    private volatile Seen? _seen;

    public PipelineFigures(IArticleStore articles, IDeadLetterStore letters, IPendingPageStore pages, IntakeGauge intake, TimeProvider time, IMeterFactory meters)
    {
        (_articles, _letters, _pages, _time) = (articles, letters, pages, time);
        var meter = meters.Create(IngestionMetrics.MeterName);
        meter.CreateObservableGauge("newsplatform.articles", () => Each(StatesOf), unit: "{article}", description: "Articles by the state of their newest revision.");
        meter.CreateObservableGauge("newsplatform.articles.difference", () => Each(seen => [new(seen.Articles.Difference)]), unit: "{article}", description: "Accepted minus all states: anything but 0 is a loss or a double.");
        meter.CreateObservableGauge("newsplatform.dead_letters.open", () => Each(seen => [new(seen.Letters)]), unit: "{letter}", description: "Dead letters that wait for a person or a later answer.");
        meter.CreateObservableGauge("newsplatform.pages", () => Each(PagesOf), unit: "{page}", description: "Pages that lists named: waiting to be fetched, or given up.");
        meter.CreateObservableGauge("newsplatform.articles.pending.age", () => AgeOf(seen => seen.OldestPending), unit: "s", description: "Seconds since the oldest article that is still to be sent was accepted.");
        meter.CreateObservableGauge("newsplatform.articles.unanswered.age", () => AgeOf(seen => seen.OldestSent), unit: "s", description: "Seconds since the oldest article that was sent and is not answered was accepted.");
        meter.CreateObservableGauge("newsplatform.dead_letters.age", () => AgeOf(seen => seen.OldestLetter), unit: "s", description: "Seconds since the oldest open dead letter was recorded.");
        meter.CreateObservableGauge("newsplatform.intake.closed", () => new Measurement<int>(intake.State().IsOpen ? 0 : 1, Tag("Obstacle", intake.State().Obstacle)), description: "1 while articles are refused for the backlog or the disk.");
    }

    public async Task SampleAsync(CancellationToken ct) =>
        _seen = new Seen(
            await _articles.CountAsync(ct),
            await _letters.CountAsync(ct),
            await _pages.CountAsync(ct),
            (await _articles.ReadDueAsync(DateTimeOffset.MaxValue, FirstPending, ct)).Min(article => (DateTimeOffset?)article.AcceptedAt),
            await OldestSentAsync(ct),
            await _letters.FindOldestAsync(ct));

    // As many rows as the dispatcher's window, which it reads itself every few seconds.
    private async Task<DateTimeOffset?> OldestSentAsync(CancellationToken ct)
    {
        DateTimeOffset? oldest = null;
        IReadOnlyList<Article> page = [];
        do
        {
            page = await _articles.ReadSentAsync(page.Count > 0 ? page[^1].Id : null, PageSize, ct);
            oldest = page.Select(article => (DateTimeOffset?)article.AcceptedAt).Append(oldest).Min();
        }
        while (page.Count == PageSize);

        return oldest;
    }

    private IEnumerable<Measurement<long>> Each(Func<Seen, IEnumerable<Measurement<long>>> read) => _seen is { } seen ? read(seen) : [];

    // Nothing waits = 0, so that an alert has something to compare.
    private IEnumerable<Measurement<double>> AgeOf(Func<Seen, DateTimeOffset?> since) =>
        _seen is { } seen ? [new(since(seen) is { } then ? Math.Max(0, (_time.GetUtcNow() - then).TotalSeconds) : 0)] : [];

    private static IEnumerable<Measurement<long>> StatesOf(Seen seen) =>
    [
        new(seen.Articles.Pending, Tag("State", ArticleState.Pending)),
        new(seen.Articles.Sent, Tag("State", ArticleState.Sent)),
        new(seen.Articles.Published, Tag("State", ArticleState.Published)),
        new(seen.Articles.Withdrawn, Tag("State", ArticleState.Withdrawn)),
        new(seen.Articles.Dead, Tag("State", ArticleState.Dead)),
        new(seen.Articles.Expired, Tag("State", ArticleState.Expired)),
    ];

    private static IEnumerable<Measurement<long>> PagesOf(Seen seen) => [new(seen.Pages.Waiting, Tag("State", "Waiting")), new(seen.Pages.GivenUp, Tag("State", "GivenUp"))];

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value.ToString());

    private sealed record Seen(ArticleCounts Articles, long Letters, PageCounts Pages, DateTimeOffset? OldestPending, DateTimeOffset? OldestSent, DateTimeOffset? OldestLetter);
}
