using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting.Health;

/// <summary>Ends a process that has not been ready for minutes: a fresh start is the one remedy left.</summary>
internal sealed partial class Watchdog(
    HealthCheckService health,
    IOptions<HealthOptions> options,
    IOptions<MessagingOptions> messaging,
    IHostApplicationLifetime lifetime,
    ILogger<Watchdog> logger) : BackgroundService
{
    /// <summary>Read by <see cref="ServiceHost"/>: the orchestrator must see that the end was no success.</summary>
    public const int ExitCode = 70;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var patience = TimeSpan.FromMinutes(options.Value.WatchdogMinutes);
        if (patience == TimeSpan.Zero || messaging.Value.Transport != MessagingTransport.RabbitMq)
        {
            return;
        }

        // Counted in ticks, not by the clock, which may be stepped.
        var ticksLeft = patience / Interval;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var report = await health.CheckHealthAsync(check => check.Tags.Contains(HealthTags.Ready), stoppingToken);
            ticksLeft = report.Status == HealthStatus.Healthy ? patience / Interval : ticksLeft - 1;
            if (ticksLeft <= 0)
            {
                LogGivingUp(patience.TotalMinutes, report.Status);
                Environment.ExitCode = ExitCode;
                lifetime.StopApplication();
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "Not ready for {Minutes} minutes ({Status}): the process ends to be started anew")]
    private partial void LogGivingUp(double minutes, HealthStatus status);
}
