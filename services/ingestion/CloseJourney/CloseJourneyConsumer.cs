using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Closes the journeys of everything that publishing says it holds, and asks to be told what this store does not know.</summary>
internal sealed partial class CloseJourneyConsumer(
    JourneyCloser closer, DispatchSignal signal, IngestionMetrics metrics, TimeProvider time, ILogger<CloseJourneyConsumer> logger) : IConsumer<ArticlesPublished>
{
    private const string Stage = "close";

    public async Task Consume(ConsumeContext<ArticlesPublished> context)
    {
        using var run = metrics.Step(Stage);
        var closings = await closer.CloseAsync(context.Message, context.CancellationToken);

        foreach (var settled in closings.Where(closing => closing.Outcome == ClosingOutcome.Settled))
            signal.Answered(settled.Held.ArticleId, settled.Held.Revision);

        var missed = closings.Where(closing => closing.Outcome == ClosingOutcome.Missed).Select(closing => closing.Held.ArticleId).ToList();
        if (missed.Count > 0)
            await context.Publish(new ArticlesMissed { ArticleIds = missed }, context.CancellationToken).InTimeAsync();

        var written = closings.Select(closing => closing.Written).OfType<Article>().ToList();
        foreach (var article in written)
            Trace(article);
        run.End("done");
        var closed = written.Count(JourneyClosing.IsClosed);
        LogClosed(Stage, "done", closed, written.Count - closed, closings.Count - written.Count - missed.Count, missed.Count);
    }

    // An answer speaks of many articles and stands in one trace; the end of each journey stands in the article's own.
    private void Trace(Article article)
    {
        using var end = metrics.GoOn("end-journey", article.TraceParent).OfArticle(article.Id, article.Revision);
        end.EndUncounted(article.State.ToString());
        if (JourneyClosing.IsClosed(article))
            metrics.Closed(article.State.ToString(), time.GetUtcNow() - article.AcceptedAt);
    }

    [LoggerMessage(LogLevel.Information, "Answer: {Stage} {Outcome}: {Closed} journeys closed, {Open} go on, {Known} known, {Missed} to be told")]
    private partial void LogClosed(string stage, string outcome, int closed, int open, int known, int missed);
}
