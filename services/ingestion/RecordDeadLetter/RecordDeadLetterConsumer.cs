using MassTransit;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Records what any endpoint gave up.</summary>
internal sealed partial class RecordDeadLetterConsumer(
    DeadLetterRecorder recorder, TimeProvider time, IngestionMetrics metrics, ILogger<RecordDeadLetterConsumer> logger) : IConsumer<Fault>
{
    public async Task Consume(ConsumeContext<Fault> context)
    {
        var letter = FaultReader.Read(context.Message, context.SourceAddress, context.ReceiveContext.Body.GetBytes(), time.GetUtcNow());

        var outcome = await recorder.RecordAsync(letter, context.CancellationToken);

        metrics.Count("record-dead-letter", outcome);
        LogRecorded(letter.Id, letter.ArticleId, letter.Endpoint, "record-dead-letter", outcome, letter.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Dead letter {LetterId} of article {ArticleId} at {Endpoint}: {Stage} {Outcome}: {Reason}")]
    private partial void LogRecorded(string letterId, string? articleId, string? endpoint, string stage, string outcome, string reason);
}
