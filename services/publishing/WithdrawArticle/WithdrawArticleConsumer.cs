using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.WithdrawArticle;

/// <summary>Takes an article back from the readers; its tombstone stays.</summary>
internal sealed partial class WithdrawArticleConsumer(
    ArticlePublisher publisher, PublishingMetrics metrics, TimeProvider clock, ILogger<WithdrawArticleConsumer> logger) : IConsumer<ArticleWithdrawn>
{
    public async Task Consume(ConsumeContext<ArticleWithdrawn> context)
    {
        using var run = metrics.Step("withdraw-article").OfArticle(context.Message.ArticleId, context.Message.Revision);
        var change = ArticleChanges.Of(context.Message, clock.GetUtcNow());
        var held = await publisher.PublishAsync(change, context.CancellationToken);
        var outcome = held.Outdates(change) ? "superseded" : "done";
        run.End(outcome);
        LogOutcome(held.ArticleId, change.Revision, outcome);
    }

    [LoggerMessage(LogLevel.Information, "Withdrawal of article {ArticleId}, revision {Revision}: {Outcome}")]
    private partial void LogOutcome(string articleId, long revision, string outcome);
}
