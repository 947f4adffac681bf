using MassTransit;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>Where the dispatcher's events go.</summary>
internal interface IEventPublisher
{
    /// <summary>Completes when the event is safe with the broker and somebody will get it; throws otherwise.</summary>
    Task PublishAsync(object message, CancellationToken ct);
}

/// <summary>Publishes on the process's bus.</summary>
internal sealed class BusEventPublisher(IBus bus) : IEventPublisher
{
    public Task PublishAsync(object message, CancellationToken ct) => bus.Publish(message, message.GetType(), ct).InTimeAsync();
}
