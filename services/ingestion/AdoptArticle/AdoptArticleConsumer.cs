using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;

namespace NewsPlatform.Ingestion.AdoptArticle;

/// <summary>Learns again what this database lost by a restore.</summary>
internal sealed partial class AdoptArticleConsumer(
    ArticleAdopter adopter, DispatchSignal signal, IngestionMetrics metrics, ILogger<AdoptArticleConsumer> logger) : IConsumer<ArticleTold>
{
    private const string Stage = "adopt";

    public async Task Consume(ConsumeContext<ArticleTold> context)
    {
        var held = context.Message.Held;
        using var run = metrics.Step(Stage).OfArticle(held.ArticleId, held.Revision);
        var written = await adopter.AdoptAsync(context.Message, context.CancellationToken);

        // Whatever was sent under this number or a lower one waits for no answer any more.
        signal.Answered(held.ArticleId, held.Revision);
        var outcome = written is null ? "known" : written.State == ArticleState.Pending ? "reissued" : "adopted";
        run.End(outcome);
        LogAdopted(held.ArticleId, written?.Revision ?? held.Revision, Stage, outcome);
    }

    [LoggerMessage(LogLevel.Information, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}")]
    private partial void LogAdopted(string articleId, long revision, string stage, string outcome);
}
