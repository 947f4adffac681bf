using System.Text.Json;
using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Reads a fault as a dead letter, whatever message it is about.</summary>
internal static class FaultReader
{
    private const int MaxReasonLength = 500;

    private const string StoryQueue = "enrichment-assign-story";

    private static readonly string Withdrawal = MessageUrn.ForTypeString<ArticleWithdrawn>();

    // Only these stand between an article and its publication; the trouble of others is not the article's.
    internal static readonly HashSet<string> JourneyQueues = new(StringComparer.Ordinal)
    {
        "enrichment-analyze-article", StoryQueue, "publishing-publish-article", "publishing-withdraw-article",
    };

    public static DeadLetter Read(Fault fault, Uri? endpoint, byte[] body, DateTimeOffset now)
    {
        var exceptions = fault.Exceptions ?? [];
        var types = fault.FaultMessageTypes is { Length: > 0 } told ? told : TypesOf(body);
        var (articleId, revision) = endpoint is not null && IsOfJourney(QueueOf(endpoint), types) ? ArticleOf(body) : default;

        return new DeadLetter
        {
            Id = fault.FaultId.ToString("N"),
            Kind = exceptions.Any(IsPermanent) ? DeadLetterKind.Permanent : DeadLetterKind.Transient,
            Reason = exceptions.Length > 0 ? FirstLine(exceptions[0].Message) : "the consumer gave no reason",
            ExceptionType = exceptions.FirstOrDefault()?.ExceptionType,
            Endpoint = endpoint is null ? null : QueueOf(endpoint),
            MessageTypes = types,
            ArticleId = articleId,
            Revision = revision,
            FaultedAt = new DateTimeOffset(DateTime.SpecifyKind(fault.Timestamp, DateTimeKind.Utc)),
            RecordedAt = now,
            Body = body,
        };
    }

    /// <summary>The faulted message inside a fault's body, or inside its own envelope where it came as it was sent; null when there is none.</summary>
    public static JsonElement? MessageOf(byte[] body) =>
        EnvelopeOf(body) is { } envelope && ObjectIn(envelope, "message") is { } message
            ? message.TryGetProperty("faultId", out _) ? ObjectIn(message, "message") : message
            : null;

    private static string[] TypesOf(byte[] body) =>
        EnvelopeOf(body) is { } envelope && envelope.TryGetProperty("messageType", out var types) && types.ValueKind == JsonValueKind.Array
            ? [.. types.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!)]
            : [];

    private static JsonElement? EnvelopeOf(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.ValueKind == JsonValueKind.Object ? envelope.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // What could not be read there cannot be read here: the letter keeps it as it came.
            return null;
        }
    }

    private static JsonElement? ObjectIn(JsonElement element, string member) =>
        element.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    // Publishing answers a withdrawal without asking the story leader: a fault there ends no journey, and only sending it there again helps.
    private static bool IsOfJourney(string queue, string[] types) =>
        JourneyQueues.Contains(queue) && !(queue == StoryQueue && types.Contains(Withdrawal, StringComparer.Ordinal));

    private static (string? ArticleId, long? Revision) ArticleOf(byte[] body) =>
        MessageOf(body) is { } message
        && message.TryGetProperty("articleId", out var id) && id.ValueKind == JsonValueKind.String
        && message.TryGetProperty("revision", out var revision) && revision.ValueKind == JsonValueKind.Number && revision.TryGetInt64(out var number)
            ? (id.GetString(), number)
            : (null, null);

    // A message that cannot be read at all will not be readable the next time.
    private static bool IsPermanent(ExceptionInfo? exception) =>
        exception is not null
        && (exception.ExceptionType == typeof(UnprocessableMessageException).FullName
            || exception.ExceptionType.EndsWith("SerializationException", StringComparison.Ordinal)
            || exception.ExceptionType == typeof(JsonException).FullName
            || IsPermanent(exception.InnerException));

    private static string QueueOf(Uri endpoint) => endpoint.AbsolutePath.TrimEnd('/').Split('/')[^1];

    private static string FirstLine(string message)
    {
        var line = message.Split('\n')[0].Trim();
        return line.Length <= MaxReasonLength ? line : line[..MaxReasonLength];
    }
}
