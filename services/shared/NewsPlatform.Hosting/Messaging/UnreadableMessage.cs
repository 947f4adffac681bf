using MassTransit;
using MassTransit.Metadata;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>The fault of a message that no consumer can take. Unlike the library's own it holds the body, which is nowhere else once the message is acknowledged.</summary>
public sealed record UnreadableMessage : ReceiveFault
{
    public required Guid FaultId { get; init; }

    public Guid? FaultedMessageId { get; init; }

    public required DateTime Timestamp { get; init; }

    public required ExceptionInfo[] Exceptions { get; init; }

    public required HostInfo Host { get; init; }

    /// <summary>Empty: what cannot be read has no type.</summary>
    public string[] FaultMessageTypes { get; init; } = [];

    public string ContentType { get; init; } = "";

    /// <summary>The bytes as they came.</summary>
    public required byte[] Body { get; init; }

    internal static async Task PublishAsync(ReceiveContext context, ExceptionInfo why, DateTime at)
    {
        var endpoint = await context.PublishEndpointProvider.GetPublishSendEndpoint<UnreadableMessage>();
        var fault = new UnreadableMessage
        {
            FaultId = NewId.NextGuid(),
            FaultedMessageId = context.TransportHeaders.Get<Guid>(MessageHeaders.MessageId),
            Timestamp = at,
            Exceptions = [why],
            Host = HostMetadataCache.Host,
            ContentType = context.ContentType?.MediaType ?? "",
            Body = context.Body.GetBytes(),
        };
        await endpoint.Send(fault, context.CancellationToken).InTimeAsync();
    }
}
