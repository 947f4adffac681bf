using System.Runtime.Serialization;
using MassTransit;
using MassTransit.Metadata;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>The fault of a message that no consumer can read. Unlike the library's own it holds the body, which is nowhere else once the message is acknowledged.</summary>
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
}

/// <summary>Publishes <see cref="UnreadableMessage"/> in place of the fault without a body; stands before what discards faulted messages.</summary>
internal sealed class UnreadableMessageFilter : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (!context.IsFaulted && context.PublishFaults && context.Exception is SerializationException)
        {
            var endpoint = await context.PublishEndpointProvider.GetPublishSendEndpoint<UnreadableMessage>();
            await endpoint.Send(FaultOf(context), context.CancellationToken);
            await context.NotifyFaulted(context.Exception);
        }

        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("unreadableMessage");

    private static UnreadableMessage FaultOf(ExceptionReceiveContext context) => new()
    {
        FaultId = NewId.NextGuid(),
        FaultedMessageId = context.TransportHeaders.Get<Guid>(MessageHeaders.MessageId),
        Timestamp = context.ExceptionTimestamp,
        Exceptions = [context.ExceptionInfo],
        Host = HostMetadataCache.Host,
        ContentType = context.ContentType?.MediaType ?? "",
        Body = context.Body.GetBytes(),
    };
}
