using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>Sweeps once an hour, or goes on in a second with a pass that was cut short. One look at an index when nothing is due.</summary>
internal sealed partial class RetentionService(RetentionSweep sweep, IngestionMetrics metrics, TimeProvider time, ILogger<RetentionService> logger)
    : TimedWork(TimeSpan.FromHours(1), time, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunDueAsync(CancellationToken ct)
    {
        if (!sweep.IsLimited)
            return;

        while (await sweep.TryExpireBatchAsync(ct) is var expired and not 0)
        {
            if (expired is null)
            {
                GoOnAtOnce();
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
