using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>Looks at store and disk every second. A store that cannot be read takes nothing in either: what was seen last stands until it can.</summary>
internal sealed partial class IntakeGaugeService(IntakeGauge gauge, TimeProvider time, ILogger<IntakeGaugeService> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), time, logger)
{
    private readonly ILogger _logger = logger;
    private IntakeObstacle _before = IntakeObstacle.None;

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        await gauge.MeasureAsync(ct);
        var state = gauge.State();
        if (state.Obstacle != _before)
            LogTurned(state.IsOpen ? LogLevel.Information : LogLevel.Warning, "intake", state.Obstacle, state.Sentence ?? "articles are taken in again");

        _before = state.Obstacle;
    }

    [LoggerMessage(Message = "{Stage}: {Outcome}: {Reason}")]
    private partial void LogTurned(LogLevel level, string stage, IntakeObstacle outcome, string reason);
}
