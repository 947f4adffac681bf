using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.TellSightings;

/// <summary>Tells publishing of the sources that brought an article already known. The store is the queue: what is not answered is sent again.</summary>
internal sealed class SightingTeller(
    IArticleStore articles, IEventPublisher bus, IBusGate gate, IngestionMetrics metrics, TimeProvider time, ILogger<SightingTeller> logger)
    : RepeatedWork(Interval, time, logger)
{
    /// <summary>Articles per round of store and bus, at most.</summary>
    internal const int BatchSize = 100;

    /// <summary>How long an answer is waited for before the article's sources are sent again.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ArticleUpdates _updates = new(articles);
    private readonly TimeProvider _time = time;

    /// <summary>Sends what is due; completes when the broker has it.</summary>
    internal async Task TellDueAsync(CancellationToken ct)
    {
        while (await articles.ReadSightingsDueAsync(_time.GetUtcNow(), BatchSize, ct) is { Count: > 0 } due)
        {
            // The next attempt is stored before this one is made: a kill in between costs time, not a sighting.
            var now = _time.GetUtcNow();
            var sending = await _updates.ApplyAsync(
                [.. due.Select(article => article.Id)], row => row.SightingsDueAt <= now ? new ArticleWrite(row with { SightingsDueAt = now + Patience }) : null, ct);
            await Task.WhenAll(sending.Select(article => bus.PublishAsync(EventOf(article, now), ct)));
            metrics.Count("tell-sightings", "sent", sending.Count);
        }
    }

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        await gate.WaitUntilReadyAsync(ct);
        await TellDueAsync(ct);
    }

    private static ArticleSighted EventOf(Article article, DateTimeOffset now) => new()
    {
        ArticleId = article.Id,
        SeenIn = [.. article.SeenIn.Select(sighting => new ArticleSighting { SourceId = sighting.SourceId, Name = sighting.Name, Url = sighting.Url, FirstSeenAt = sighting.FirstSeenAt })],
        SentAt = now,
    };
}
