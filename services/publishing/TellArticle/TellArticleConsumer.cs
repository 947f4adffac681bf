using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.TellArticle;

/// <summary>Gives ingestion back what its restored database does not know.</summary>
internal sealed partial class TellArticleConsumer(
    IHeldArticleStore store, ChangeLog changes, PublishingMetrics metrics, TimeProvider clock, ILogger<TellArticleConsumer> logger) : IConsumer<ArticlesMissed>
{
    private const string Stage = "tell-article";

    public async Task Consume(ConsumeContext<ArticlesMissed> context)
    {
        using var run = metrics.Step(Stage);
        var epoch = await changes.ReadEpochAsync(context.CancellationToken);
        var told = 0;
        foreach (var articleId in context.Message.ArticleIds)
        {
            if (await store.TryFindHeldAsync(articleId, context.CancellationToken) is { } held)
            {
                await context.Publish(Answers.Of(held, epoch, clock.GetUtcNow()), context.CancellationToken).InTimeAsync();
                told++;
            }
        }

        run.End("done");
        LogTold(Stage, "done", told, context.Message.ArticleIds.Count);
    }

    [LoggerMessage(LogLevel.Information, "{Stage} {Outcome}: {Told} of {Asked} articles")]
    private partial void LogTold(string stage, string outcome, int told, int asked);
}
