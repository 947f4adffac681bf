using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Health;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Looks at the process's queues over a connection of its own and ends the process when one has no consumer although its endpoint calls itself ready. The client
/// library tells the channels of a connection that broke one after another, and waits at each for its handlers; a handler that waits for an answer on a
/// channel that has not been told yet holds up the rest, for minutes or for good. What was not acknowledged is delivered again: an end costs seconds.
/// </summary>
internal sealed partial class ConsumerWatch(
    ConsumerEndpoints endpoints,
    EndpointStates states,
    IBusGate gate,
    IOptions<MessagingOptions> options,
    IOptions<HealthOptions> health,
    IHostApplicationLifetime lifetime,
    ILogger<ConsumerWatch> logger) : BackgroundService
{
    /// <summary>Long enough for an endpoint that only waits for one answer.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);

    // For the requests under way; the consumers do not let themselves be stopped.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before all have consumed once: a broker that takes no consumer at all would have the process end again and again.
        await gate.WaitUntilReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval);
        while (health.Value.WatchdogMinutes > 0 && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WatchAsync(timer, stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // The broker is away, which the bus's own check says; the next look connects anew.
                LogAway(away.Message);
            }
        }
    }

    private async Task WatchAsync(PeriodicTimer timer, CancellationToken ct)
    {
        var factory = options.Value.RabbitMq.Address.ConnectionsNamed("consumer-watch");
        (factory.RequestedHeartbeat, factory.ContinuationTimeout) = (RabbitMqTransport.Heartbeat, AnswerPatience);
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        do
        {
            foreach (var endpoint in endpoints.All)
            {
                states.Seen(endpoint.Queue, isConsumed: (await channel.QueueDeclarePassiveAsync(endpoint.Queue, ct)).ConsumerCount > 0);
            }

            if (states.FindHung(Patience) is { Count: > 0 } hung)
            {
                LogGivingUp(string.Join(", ", hung), Patience.TotalSeconds);
                Environment.ExitCode = Watchdog.ExitCode;
                lifetime.StopApplication();
                await Task.Delay(StopPatience, CancellationToken.None);
                Environment.Exit(Watchdog.ExitCode);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    [LoggerMessage(LogLevel.Debug, "The queues could not be looked at: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Critical, "Nothing has been consumed from {Queues} for {Seconds} s although its endpoint calls itself ready: the process ends to be started anew")]
    private partial void LogGivingUp(string queues, double seconds);
}
