using MassTransit;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Publishing's answer ends the announcing of the versions that it holds.</summary>
internal sealed partial class CloseAnnouncementConsumer(
    IAnnouncementStore store, OpenAnnouncements open, EnrichmentMetrics metrics, ILogger<CloseAnnouncementConsumer> logger) : IConsumer<StoriesPublished>
{
    private const string Stage = "announce";

    public async Task Consume(ConsumeContext<StoriesPublished> context)
    {
        using var run = metrics.Step(Stage);
        var held = context.Message.Stories;
        await store.RecordHeldAsync(held, context.CancellationToken);
        open.Close(held);
        run.End("done");
        LogClosed(Stage, "done", held.Count);
    }

    [LoggerMessage(LogLevel.Debug, "Answer: {Stage} {Outcome}: publishing holds {Stories} stories")]
    private partial void LogClosed(string stage, string outcome, int stories);
}
