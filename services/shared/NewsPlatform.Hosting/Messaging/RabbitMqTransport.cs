using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>Topology and guarantees on RabbitMQ (architecture, Messaging). Queue arguments are frozen: a change is a new queue name.</summary>
internal static class RabbitMqTransport
{
    /// <summary>Where the broker puts what was delivered too often without an answer: an archive, the journeys decide.</summary>
    public const string DeadLetterQueue = "newsplatform-undeliverable";

    /// <summary>Deliveries before the broker gives up on a message. High, since every lost connection counts one for all that was prefetched.</summary>
    public const int DeliveryLimit = 100;

    private static readonly RabbitMqMessageNameFormatter Names = new();

    private const string DeliveryLimitArgument = "x-delivery-limit";

    // The broker's own 60 seconds leave a connection whose other side has vanished unnoticed for two minutes, and readiness untrue as long.
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    // A quarter of the library's own. What asks on a connection that just broke waits so long for an answer that cannot come, one after another, before it connects anew.
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);

    public static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator factory, ConsumerEndpoints endpoints)
    {
        var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
        ConfigureHost(factory, options.RabbitMq);
        MessagingRegistration.UsePlatformMessages(factory);

        // Without it a publish before the other service ever bound its queue, faults included, or a letter sent again to a queue that is gone, is confirmed and lost.
        factory.ConfigurePublish(publish => publish.UseExecute(MustArrive));
        factory.ConfigureSend(send => send.UseExecute(MustArrive));

        foreach (var (type, queues) in endpoints.SharedEvents)
        {
            factory.Publish(type, published => DeclareAll(published, Names.GetMessageName(type), queues));
        }

        foreach (var endpoint in endpoints.All)
        {
            factory.ReceiveEndpoint(endpoint.Queue, receive =>
            {
                receive.SetQuorumQueue();
                receive.SetQueueArgument(DeliveryLimitArgument, DeliveryLimit);
                receive.BindDeadLetterQueue(DeadLetterQueue, DeadLetterQueue, dead => dead.SetQuorumQueue());
                receive.SingleActiveConsumer = endpoint.SingleActive;
                MessagingRegistration.UsePlatformPolicy(receive, endpoint, context, options);
            });
        }
    }

    // With the arguments that the consumers' endpoints give them: the broker refuses a queue that is declared in two ways.
    private static void DeclareAll(IRabbitMqMessagePublishTopologyConfigurator published, string exchange, IReadOnlyList<EventSubscriber> queues)
    {
        foreach (var queue in queues)
        {
            published.BindQueue(exchange, queue.Queue, binding =>
            {
                binding.SetQuorumQueue();
                binding.SetQueueArgument(DeliveryLimitArgument, DeliveryLimit);
                binding.SetQueueArgument("x-dead-letter-exchange", DeadLetterQueue);
                binding.SingleActiveConsumer = queue.SingleActive;
            });
        }
    }

    private static void MustArrive(SendContext send)
    {
        if (send.TryGetPayload<RabbitMqSendContext>(out var rabbit))
        {
            rabbit.Mandatory = true;
        }
    }

    private static void ConfigureHost(IRabbitMqBusFactoryConfigurator factory, RabbitMqOptions options)
    {
        var address = options.Address;
        factory.Host(address.Host, address.Port, address.VirtualHost, host =>
        {
            if (address.User is { } user)
            {
                host.Username(user);
            }

            if (address.Password is { } password)
            {
                host.Password(password);
            }

            host.PublisherConfirmation = true;
            host.Heartbeat(Heartbeat);
            host.ContinuationTimeout(AnswerPatience);
            if (address.IsSecure)
            {
                host.UseSsl(_ => { });
            }
        });
    }
}
