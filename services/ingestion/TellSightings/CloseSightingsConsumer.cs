using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.TellSightings;

/// <summary>Publishing knows an article's sources: they are not sent again, unless there are more by now or the answer is of a life before its restore.</summary>
internal sealed partial class CloseSightingsConsumer(
    IArticleStore articles, RestoreMemory memory, IngestionMetrics metrics, ILogger<CloseSightingsConsumer> logger) : IConsumer<SightingsNoted>
{
    private readonly ArticleUpdates _updates = new(articles);

    public async Task Consume(ConsumeContext<SightingsNoted> context)
    {
        var noted = context.Message;
        using var run = metrics.Step("close-sightings");
        var lives = await memory.ReadAsync(context.CancellationToken);
        var written = AnsweringLife.Counts(lives.PublishingEpoch, noted.Epoch)
            ? await _updates.ApplyAsync([noted.ArticleId], row => Close(row, noted), context.CancellationToken)
            : [];
        var outcome = written.Count > 0 ? "done" : "superseded";
        run.End(outcome);
        LogOutcome(noted.ArticleId, noted.Sightings, outcome);
    }

    // The time of the answer is kept, so that a restore of publishing to a copy before it has them told again.
    private static ArticleWrite? Close(Article row, SightingsNoted noted) =>
        row.SightingsDueAt is null || row.SeenIn.Count > noted.Sightings
            ? null
            : new ArticleWrite(row with { SightingsDueAt = null, AnsweredAt = row.AnsweredAt > noted.AnsweredAt ? row.AnsweredAt : noted.AnsweredAt });

    [LoggerMessage(LogLevel.Debug, "Article {ArticleId}, {Sightings} sources told: {Outcome}")]
    private partial void LogOutcome(string articleId, int sightings, string outcome);
}
