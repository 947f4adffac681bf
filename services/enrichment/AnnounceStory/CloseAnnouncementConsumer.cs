using MassTransit;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Publishing's answer ends the announcing of the versions that it holds.</summary>
internal sealed class CloseAnnouncementConsumer(IAnnouncementStore store, OpenAnnouncements open, EnrichmentMetrics metrics) : IConsumer<StoriesPublished>
{
    public async Task Consume(ConsumeContext<StoriesPublished> context)
    {
        var held = context.Message.Stories;
        await store.RecordHeldAsync(held, context.CancellationToken);
        open.Close(held);
        metrics.Count("announce", "closed");
    }
}
