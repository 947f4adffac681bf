using MassTransit;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Records what any endpoint gave up.</summary>
internal sealed partial class RecordDeadLetterConsumer(
    DeadLetterRecorder recorder, TimeProvider time, IngestionMetrics metrics, ILogger<RecordDeadLetterConsumer> logger) : IConsumer<Fault>
{
    private const string Stage = "record-dead-letter";

    public async Task Consume(ConsumeContext<Fault> context)
    {
        // What could not be read comes as it was sent; of anything else the fault holds the message.
        var body = context.TryGetMessage<UnreadableMessage>(out var unreadable) ? unreadable.Message.Body : context.ReceiveContext.Body.GetBytes();
        var letter = FaultReader.Read(context.Message, context.SourceAddress, body, time.GetUtcNow());

        using var run = metrics.Step(Stage).Of("ArticleId", letter.ArticleId).Of("Reason", letter.Reason);
        var outcome = await recorder.RecordAsync(letter, context.CancellationToken);

        run.End(outcome);
        LogRecorded(letter.Id, letter.ArticleId, letter.Endpoint, Stage, outcome, letter.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Dead letter {LetterId} of article {ArticleId} at {Endpoint}: {Stage} {Outcome}: {Reason}")]
    private partial void LogRecorded(string letterId, string? articleId, string? endpoint, string stage, string outcome, string reason);
}
