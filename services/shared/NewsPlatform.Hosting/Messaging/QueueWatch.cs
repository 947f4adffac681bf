using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Asks the broker itself, over a connection of its own, whether the process's queues are consumed from. An endpoint may hang for good on a channel that
/// died under it and go on calling itself ready. (With replicas another one's consumer answers for it: then nothing waits.)
/// </summary>
internal sealed partial class QueueWatch(
    ConsumerEndpoints endpoints, EndpointStates states, IBusGate gate, IOptions<MessagingOptions> options, ILogger<QueueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitUntilReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WatchAsync(timer, stoppingToken);
            }
            catch (Exception away) when (away is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException or ObjectDisposedException
                || (away is OperationCanceledException && !stoppingToken.IsCancellationRequested))
            {
                // The broker is away, which the bus's own check says; the next look connects anew.
                LogAway(away.Message);
            }
        }
    }

    private async Task WatchAsync(PeriodicTimer timer, CancellationToken ct)
    {
        await using var connection = await FactoryOf(new UriBuilder(options.Value.RabbitMq.Uri)).CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        do
        {
            foreach (var endpoint in endpoints.All)
            {
                states.Seen(endpoint.Queue, isConsumed: (await channel.QueueDeclarePassiveAsync(endpoint.Queue, ct)).ConsumerCount > 0);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private static ConnectionFactory FactoryOf(UriBuilder address)
    {
        address.Scheme = address.Scheme is "amqps" or "rabbitmqs" ? "amqps" : "amqp";
        return new ConnectionFactory { Uri = address.Uri, AutomaticRecoveryEnabled = false, RequestedHeartbeat = RabbitMqTransport.Heartbeat, ClientProvidedName = nameof(QueueWatch) };
    }

    [LoggerMessage(LogLevel.Debug, "The queues could not be looked at: {Reason}")]
    private partial void LogAway(string reason);
}
