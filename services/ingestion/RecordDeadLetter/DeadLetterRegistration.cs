using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Registers the recorder of faults.</summary>
internal static class DeadLetterRegistration
{
    public static void AddDeadLetters(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeadLetterRecorder>();
        builder.Services.AddSingleton<LetterResend>();

        // A fault about a fault would be recorded as a fault, and so on.
        builder.AddServiceConsumers("ingestion", consumers => consumers.Add<RecordDeadLetterConsumer>(endpoint => endpoint.PublishFaults = false));
    }
}
