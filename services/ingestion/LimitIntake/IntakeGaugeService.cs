namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>Looks at store and disk every second.</summary>
internal sealed partial class IntakeGaugeService(IntakeGauge gauge, TimeProvider time, ILogger<IntakeGaugeService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var before = IntakeObstacle.None;
        do
        {
            await MeasureAsync(stoppingToken);
            var state = gauge.State();
            if (state.Obstacle != before)
                LogTurned(state.IsOpen ? LogLevel.Information : LogLevel.Warning, "intake", state.Obstacle, state.Sentence ?? "articles are taken in again");

            before = state.Obstacle;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task MeasureAsync(CancellationToken ct)
    {
        try
        {
            await gauge.MeasureAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // A store that cannot be read takes nothing in either; what was seen last stands until it can.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Message = "{Stage}: {Outcome}: {Reason}")]
    private partial void LogTurned(LogLevel level, string stage, IntakeObstacle outcome, string reason);

    [LoggerMessage(LogLevel.Error, "The backlog could not be measured; tried again in a second")]
    private partial void LogFailed(Exception failure);
}
