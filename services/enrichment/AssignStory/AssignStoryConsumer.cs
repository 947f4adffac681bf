using MassTransit;
using NewsPlatform.Contracts;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The leader's queue: analysed articles and withdrawals, in one place so that one decider sees both.</summary>
internal sealed partial class AssignStoryConsumer(StoryLeader leader, EnrichmentMetrics metrics, ILogger<AssignStoryConsumer> logger)
    : IConsumer<ArticleAnalyzed>, IConsumer<ArticleWithdrawn>
{
    private const string Stage = "assign";

    public async Task Consume(ConsumeContext<ArticleAnalyzed> context)
    {
        var article = context.Message;
        using var run = metrics.Step(Stage).OfArticle(article.ArticleId, article.Revision);
        var candidate = StoryCandidate.From(article.ArticleId, article.Revision, article.Content, article.Analysis);
        var decision = await leader.DecideAsync(new AssignArticle(candidate), context.CancellationToken);
        if (decision.StoryId is { } storyId)
        {
            // Published for a known article too: the first attempt may have died between the append and the publish.
            await context.Publish(Enriched(article, storyId, decision), context.CancellationToken).InTimeAsync();
        }

        Tell(run, article, decision);
    }

    public async Task Consume(ConsumeContext<ArticleWithdrawn> context)
    {
        var article = context.Message;
        using var run = metrics.Step(Stage).OfArticle(article.ArticleId, article.Revision);
        Tell(run, article, await leader.DecideAsync(new WithdrawArticle(article.ArticleId, article.Revision), context.CancellationToken));
    }

    private static ArticleEnriched Enriched(ArticleAnalyzed article, string storyId, StoryDecision decision) => new()
    {
        ArticleId = article.ArticleId,
        Revision = article.Revision,
        CorrelationId = article.CorrelationId,
        Content = article.Content,
        Analysis = article.Analysis,
        StoryId = storyId,
        StoryVersion = decision.Position,
        DuplicateOf = decision.Repeats?.Of,
        DuplicateKind = decision.Repeats?.Kind,
        DuplicateShare = decision.Repeats?.Share,
        IngestedAt = article.IngestedAt,
        AnalyzedAt = article.AnalyzedAt,
        AssignedAt = decision.DecidedAt,
    };

    private void Tell(StageRun run, IArticleEvent article, StoryDecision decision)
    {
        var outcome = decision.Outcome.ToString().ToLowerInvariant();
        run.Of("StoryId", decision.StoryId).End(outcome);
        LogDecided(article.ArticleId, article.Revision, Stage, outcome, decision.StoryId, decision.Position);
    }

    [LoggerMessage(LogLevel.Debug, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}, story {StoryId} at {Position}")]
    private partial void LogDecided(string articleId, long revision, string stage, string outcome, string? storyId, long position);
}
