using MassTransit;
using MassTransit.Events;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Publishes <see cref="UnreadableMessage"/> in place of the fault without a body, whatever kept the message from reaching a consumer: no envelope,
/// or a member of the wrong type. Stands before what discards faulted messages. On the queue that records faults too: the recorder can read this one.
/// </summary>
internal sealed class UnreadableMessageFilter : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // A consumer that failed has published its fault with the message; who was cancelled has not failed.
        if (context.IsFaulted || context.Exception is OperationCanceledException)
        {
            await next.Send(context);
            return;
        }

        await UnreadableMessage.PublishAsync(context, context.ExceptionInfo, context.ExceptionTimestamp);
        await context.NotifyFaulted(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("unreadableMessage");
}

/// <summary>The same for a message whose type no consumer of its queue takes; the library's queue of skipped messages would be one that nobody drains.</summary>
internal sealed class UnclaimedMessageFilter(TimeProvider clock) : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var queue = context.InputAddress.AbsolutePath.Split('/')[^1];
        var why = new UnprocessableMessageException($"No consumer of the queue {queue} takes a message of this type: it was sent to the wrong queue, or by a newer version.");
        return UnreadableMessage.PublishAsync(context, new FaultExceptionInfo(why), clock.GetUtcNow().UtcDateTime);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("unclaimedMessage");
}

/// <summary>
/// Gives a message back to the broker instead of discarding it, for an endpoint that publishes no faults: what records faults has nobody to
/// tell of its own. Delivered 100 times in vain (<see cref="RabbitMqTransport.DeliveryLimit"/>), it goes to the archive queue.
/// </summary>
internal sealed class RedeliveryFilter : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        context.Exception is UnprocessableMessageException ? next.Send(context) : throw new MassTransitException("The message could not be taken; the broker delivers it again.", context.Exception);

    public void Probe(ProbeContext context) => context.CreateFilterScope("redelivery");
}
