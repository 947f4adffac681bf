using MassTransit;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Publishing.Storage;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>Notes how a source fares.</summary>
internal sealed class NoteSourceConsumer(GroupRecorder<SourceReported> recorder, PublishingMetrics metrics) : IConsumer<SourceReported>
{
    public async Task Consume(ConsumeContext<SourceReported> context)
    {
        using var run = metrics.Step("note-source").Of("SourceId", context.Message.SourceId);
        await recorder.RecordAsync(context.Message, context.CancellationToken);
        run.End("done");
    }
}
