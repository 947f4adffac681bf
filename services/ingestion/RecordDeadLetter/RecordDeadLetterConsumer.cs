using MassTransit;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Records what any endpoint gave up.</summary>
internal sealed partial class RecordDeadLetterConsumer(
    DeadLetterRecorder recorder, TimeProvider time, IngestionMetrics metrics, ILogger<RecordDeadLetterConsumer> logger) : IConsumer<Fault>
{
    public async Task Consume(ConsumeContext<Fault> context)
    {
        // What could not be read comes as it was sent; of anything else the fault holds the message.
        var body = context.TryGetMessage<UnreadableMessage>(out var unreadable) ? unreadable.Message.Body : context.ReceiveContext.Body.GetBytes();
        var letter = FaultReader.Read(context.Message, context.SourceAddress, body, time.GetUtcNow());

        var outcome = await recorder.RecordAsync(letter, context.CancellationToken);

        metrics.Count("record-dead-letter", outcome);
        LogRecorded(letter.Id, letter.ArticleId, letter.Endpoint, "record-dead-letter", outcome, letter.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Dead letter {LetterId} of article {ArticleId} at {Endpoint}: {Stage} {Outcome}: {Reason}")]
    private partial void LogRecorded(string letterId, string? articleId, string? endpoint, string stage, string outcome, string reason);
}
