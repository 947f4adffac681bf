using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>Sweeps once an hour, or goes on in a second with a pass that was cut short. One look at an index when nothing is due.</summary>
internal sealed partial class RetentionService(RetentionSweep sweep, IngestionMetrics metrics, TimeProvider time, ILogger<RetentionService> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ILogger _logger = logger;
    private readonly TimeProvider _time = time;

    // By the clock, looked at every second: a timer of an hour would not see it stepped.
    private DateTimeOffset _nextAt = time.GetUtcNow();

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        if (!sweep.IsLimited || _time.GetUtcNow() < _nextAt)
            return;

        // Set first: a pass that fails is due again in an hour, not in a second.
        var cutShort = _nextAt;
        _nextAt = _time.GetUtcNow() + Interval;
        while (await sweep.TryExpireBatchAsync(ct) is var expired and not 0)
        {
            if (expired is null)
            {
                _nextAt = cutShort;
                return;
            }

            metrics.Count(Stages.Expired, "requested", expired.Value);
            LogExpired(expired.Value, Stages.Expired, "requested");
        }

        while (await sweep.ForgetPagesAsync(ct) > 0)
        {
            // Batch by batch, so that no commit is long.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Articles} articles: {Stage} {Outcome}")]
    private partial void LogExpired(int articles, string stage, string outcome);
}
