using MassTransit;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>Notes how a source fares.</summary>
internal sealed class NoteSourceConsumer(SourceRecorder recorder, PublishingMetrics metrics) : IConsumer<SourceReported>
{
    public async Task Consume(ConsumeContext<SourceReported> context)
    {
        using var run = metrics.Step("note-source").Of("SourceId", context.Message.SourceId);
        await recorder.RecordAsync(context.Message, context.CancellationToken);
        run.End("done");
    }
}

/// <summary>Stores reports, many in one commit.</summary>
internal sealed class SourceRecorder(ISourceReadStore store) : IAsyncDisposable
{
    private readonly GroupCommitWriter<SourceReported, bool> _group = new("note-source", async (reports, ct) =>
    {
        await store.PutNewerAsync(reports, ct);
        return [.. reports.Select(_ => true)];
    });

    /// <summary>Completes when it is durable.</summary>
    public Task RecordAsync(SourceReported report, CancellationToken ct) => _group.WriteAsync(report, ct);

    public ValueTask DisposeAsync() => _group.DisposeAsync();
}
