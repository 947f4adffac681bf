using System.Text.Json;
using MassTransit;
using NewsPlatform.Contracts;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Sends a letter's message to the endpoint that gave it up, and to no other.</summary>
internal sealed class LetterResend(IBus bus)
{
    private static readonly IReadOnlyDictionary<string, Type> EventTypes = typeof(IArticleEvent).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false })
        .ToDictionary(MessageUrn.ForTypeString, StringComparer.Ordinal);

    /// <summary>Null when sent; otherwise a sentence that says why it cannot be.</summary>
    public async Task<string?> TrySendAsync(DeadLetter letter, CancellationToken ct)
    {
        if (letter.Endpoint is null)
            return "The letter names no endpoint that its message could be sent to: drop it.";

        var type = letter.MessageTypes.Select(EventTypes.GetValueOrDefault).FirstOrDefault(known => known is not null);
        if (type is null || FaultReader.MessageOf(letter.Body) is not { } json || !TryRead(json, type, out var message))
            return "The letter's message cannot be read as an event of this version, so it cannot be sent again: drop it, or see its body.";

        // By its exchange: an address of the queue would declare it anew, with other arguments.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{letter.Endpoint}"));
        await endpoint.Send(message, type, ct).InTimeAsync();
        return null;
    }

    private static bool TryRead(JsonElement json, Type type, out object message)
    {
        try
        {
            message = json.Deserialize(type, JsonDefaults.Options)!; // an object element never reads as null
            return true;
        }
        catch (JsonException)
        {
            message = string.Empty;
            return false;
        }
    }
}
