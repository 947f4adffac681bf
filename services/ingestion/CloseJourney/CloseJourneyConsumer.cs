using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Closes the journeys of everything that publishing says it holds.</summary>
internal sealed partial class CloseJourneyConsumer(
    JourneyCloser closer, DispatchSignal signal, IngestionMetrics metrics, ILogger<CloseJourneyConsumer> logger) : IConsumer<ArticlesPublished>
{
    public async Task Consume(ConsumeContext<ArticlesPublished> context)
    {
        var answers = context.Message.Articles;

        var written = await closer.CloseAsync(answers, context.CancellationToken);

        foreach (var answer in answers)
            signal.Answered(answer.ArticleId, answer.Revision);
        var closed = written.Count(IsClosed);
        metrics.Count("close", "done");
        LogClosed("close", "done", closed, written.Count - closed, answers.Count - written.Count);
    }

    private static bool IsClosed(Article article) => article.State is ArticleState.Published or ArticleState.Withdrawn;

    [LoggerMessage(LogLevel.Information, "Answer: {Stage} {Outcome}: {Closed} journeys closed, {Open} go on, {Known} known or foreign")]
    private partial void LogClosed(string stage, string outcome, int closed, int open, int known);
}
