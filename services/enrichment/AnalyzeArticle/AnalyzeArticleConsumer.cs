using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Works out what an article says; keeps nothing, so any number may run.</summary>
internal sealed partial class AnalyzeArticleConsumer(
    ArticleAnalyzer analyzer, TimeProvider clock, EnrichmentMetrics metrics, ILogger<AnalyzeArticleConsumer> logger) : IConsumer<ArticleIngested>
{
    private const string Stage = "analyze";

    public async Task Consume(ConsumeContext<ArticleIngested> context)
    {
        var article = context.Message;
        using var run = metrics.Step(Stage).OfArticle(article.ArticleId, article.Revision);
        var analysis = analyzer.Analyze(article.Content);
        await context.Publish(
            new ArticleAnalyzed
            {
                ArticleId = article.ArticleId,
                Revision = article.Revision,
                CorrelationId = article.CorrelationId,
                Content = article.Content,
                Analysis = analysis,
                IngestedAt = article.IngestedAt,
                AnalyzedAt = clock.GetUtcNow(),
            },
            context.CancellationToken).InTimeAsync();
        run.End("done");
        LogAnalyzed(article.ArticleId, article.Revision, Stage, "done", analysis.Language);
    }

    [LoggerMessage(LogLevel.Debug, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}, language {Language}")]
    private partial void LogAnalyzed(string articleId, long revision, string stage, string outcome, string language);
}
