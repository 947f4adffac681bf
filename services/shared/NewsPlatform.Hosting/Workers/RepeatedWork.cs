using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Hosting.Workers;

/// <summary>Does one thing again and again, the first time at once. A round that fails is logged, and the next one comes all the same.</summary>
/// <param name="interval">From the beginning of one round to the next; a longer round is followed at once.</param>
/// <param name="clock">Whose timer ticks.</param>
/// <param name="logger">Of the work itself.</param>
public abstract partial class RepeatedWork(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected abstract Task RunOnceAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Mostly a store that is away, which readiness says too: what is due stays due.
                LogFailed(failure, GetType().Name, interval.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "{Worker} failed; tried again within {Seconds} s")]
    private partial void LogFailed(Exception failure, string worker, double seconds);
}
