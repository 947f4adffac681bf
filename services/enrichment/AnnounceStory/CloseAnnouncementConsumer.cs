using MassTransit;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Publishing's answer ends the announcing of the versions that it holds.</summary>
internal sealed partial class CloseAnnouncementConsumer(
    IAnnouncementStore store,
    OpenAnnouncements open,
    [FromKeyedServices(EnrichmentService.Name)] IServiceFacts facts,
    EnrichmentMetrics metrics,
    ILogger<CloseAnnouncementConsumer> logger) : IConsumer<StoriesPublished>
{
    private const string Stage = "announce";

    public async Task Consume(ConsumeContext<StoriesPublished> context)
    {
        using var run = metrics.Step(Stage);
        var held = context.Message.Stories;
        if (!AnsweringLife.Counts(await AnsweringLife.ReadAsync(facts, context.CancellationToken), context.Message.Epoch))
        {
            run.End("superseded");
            LogClosed(Stage, "superseded", held.Count);
            return;
        }

        await store.RecordHeldAsync(held, context.CancellationToken);
        open.Close(held);
        run.End("done");
        LogClosed(Stage, "done", held.Count);
    }

    [LoggerMessage(LogLevel.Debug, "Answer: {Stage} {Outcome}: publishing holds {Stories} stories")]
    private partial void LogClosed(string stage, string outcome, int stories);
}
