using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>Starts an endpoint anew that has stopped consuming and tries no more.</summary>
internal sealed partial class EndpointKeeper(EndpointStates states, ILogger<EndpointKeeper> logger) : BackgroundService
{
    /// <summary>Longer than the library's longest pause between two tries to connect, one minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var silent in states.FindSilent(Patience))
            {
                await RestartAsync(silent, stoppingToken);
            }
        }
    }

    private async Task RestartAsync(SilentEndpoint silent, CancellationToken ct)
    {
        LogRestart(silent.Queue, Patience.TotalSeconds);
        states.Restarted(silent.Queue);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(StopPatience);
            await silent.Endpoint.Stop(patience.Token);
            _ = silent.Endpoint.Start(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The next look tries again; readiness says so meanwhile, and the watchdog has the last word.
            LogRestartFailed(failure, silent.Queue);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Queue} has not been consumed from for {Seconds} s and nothing tries to: its endpoint is started anew")]
    private partial void LogRestart(string queue, double seconds);

    [LoggerMessage(LogLevel.Error, "The endpoint of {Queue} could not be started anew")]
    private partial void LogRestartFailed(Exception failure, string queue);
}
