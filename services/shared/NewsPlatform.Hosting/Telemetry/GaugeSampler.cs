using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Depths and ages behind observable gauges: looked at now and then, so that a scrape (or a hundred) asks no store.</summary>
public interface IFigures
{
    /// <summary>Looks anew; may throw, what was seen last then stands.</summary>
    Task SampleAsync(CancellationToken ct);
}

/// <summary>Looks at all figures every <see cref="TelemetryOptions.SampleSeconds"/>; runs only where metrics are collected.</summary>
internal sealed partial class GaugeSampler(IEnumerable<IFigures> figures, IOptions<TelemetryOptions> options, TimeProvider clock, ILogger<GaugeSampler> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SampleSeconds), clock);
        do
        {
            foreach (var one in figures)
            {
                await SampleAsync(one, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SampleAsync(IFigures one, CancellationToken ct)
    {
        try
        {
            await one.SampleAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // A store that is away is readiness' to tell; the figures are looked at again in a moment.
            LogFailed(failure, one.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Figures} could not be looked at; tried again soon")]
    private partial void LogFailed(Exception failure, string figures);
}
