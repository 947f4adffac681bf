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
        var outcome = Tell(article, decision);
        if (decision.StoryId is { } storyId)
        {
            // Published for a known article too: the first attempt may have died between the append and the publish.
            await context.Publish(Enriched(article, storyId, decision), context.CancellationToken).InTimeAsync();
        }

        run.Of("StoryId", decision.StoryId).End(outcome);
    }

    public async Task Consume(ConsumeContext<ArticleWithdrawn> context)
    {
        var article = context.Message;
        using var run = metrics.Step(Stage).OfArticle(article.ArticleId, article.Revision);
        var decision = await leader.DecideAsync(new WithdrawArticle(article.ArticleId, article.Revision), context.CancellationToken);
        run.Of("StoryId", decision.StoryId).End(Tell(article, decision));
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
        IsLate = decision.IsLate,
        IngestedAt = article.IngestedAt,
        AnalyzedAt = article.AnalyzedAt,
        AssignedAt = decision.DecidedAt,
    };

    // Told as soon as it is durable: a leader that is cut off from the broker decides and never gets to publish.
    private string Tell(IArticleEvent article, StoryDecision decision)
    {
        var outcome = decision.Outcome.ToString().ToLowerInvariant();
        LogDecided(article.ArticleId, article.Revision, Stage, outcome, decision.StoryId, decision.Position);
        return outcome;
    }

    [LoggerMessage(LogLevel.Debug, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}, story {StoryId} at {Position}")]
    private partial void LogDecided(string articleId, long revision, string stage, string outcome, string? storyId, long position);
}
