using MassTransit;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>Shows an enriched article to the readers.</summary>
internal sealed partial class PublishArticleConsumer(
    ArticlePublisher publisher, PublishingMetrics metrics, TimeProvider clock, ILogger<PublishArticleConsumer> logger) : IConsumer<ArticleEnriched>
{
    public async Task Consume(ConsumeContext<ArticleEnriched> context)
    {
        using var run = metrics.Step("publish-article").OfArticle(context.Message.ArticleId, context.Message.Revision);
        var change = ArticleChanges.Of(context.Message, clock.GetUtcNow());
        var held = await publisher.PublishAsync(change, context.CancellationToken);
        var outcome = held.Outdates(change) ? "superseded" : "done";
        run.End(outcome);
        LogOutcome(held.ArticleId, change.Revision, outcome, held.Standing);
    }

    [LoggerMessage(LogLevel.Debug, "Article {ArticleId} revision {Revision}: {Outcome}, now {Standing}")]
    private partial void LogOutcome(string articleId, long revision, string outcome, Standing standing);
}
