using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Closes the journeys of everything that publishing says it holds.</summary>
internal sealed partial class CloseJourneyConsumer(
    JourneyCloser closer, DispatchSignal signal, IngestionMetrics metrics, TimeProvider time, ILogger<CloseJourneyConsumer> logger) : IConsumer<ArticlesPublished>
{
    private const string Stage = "close";

    public async Task Consume(ConsumeContext<ArticlesPublished> context)
    {
        var answers = context.Message.Articles;

        using var run = metrics.Step(Stage);
        var written = await closer.CloseAsync(answers, context.CancellationToken);

        foreach (var answer in answers)
            signal.Answered(answer.ArticleId, answer.Revision);
        var closed = written.Count(IsClosed);
        foreach (var article in written)
            Trace(article);
        run.End("done");
        LogClosed(Stage, "done", closed, written.Count - closed, answers.Count - written.Count);
    }

    // An answer speaks of many articles and stands in one trace; the end of each journey stands in the article's own.
    private void Trace(Article article)
    {
        using var end = metrics.GoOn("end-journey", article.TraceParent).OfArticle(article.Id, article.Revision);
        end.EndUncounted(article.State.ToString());
        if (IsClosed(article))
            metrics.Closed(article.State.ToString(), time.GetUtcNow() - article.AcceptedAt);
    }

    private static bool IsClosed(Article article) => article.State is ArticleState.Published or ArticleState.Withdrawn or ArticleState.Expired;

    [LoggerMessage(LogLevel.Information, "Answer: {Stage} {Outcome}: {Closed} journeys closed, {Open} go on, {Known} known or foreign")]
    private partial void LogClosed(string stage, string outcome, int closed, int open, int known);
}
