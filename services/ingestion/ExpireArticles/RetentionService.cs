using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>Sweeps once an hour. One look at an index when nothing is due.</summary>
internal sealed partial class RetentionService(RetentionSweep sweep, IngestionMetrics metrics, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sweep.IsLimited)
            return;

        // By the clock, looked at every second: a timer of an hour would not see it stepped.
        using var timer = new PeriodicTimer(Look, time);
        var nextAt = time.GetUtcNow();
        do
        {
            if (time.GetUtcNow() >= nextAt && await TrySweepAsync(stoppingToken))
                nextAt = time.GetUtcNow() + Interval;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // False when the pass is to go on in a second.
    private async Task<bool> TrySweepAsync(CancellationToken ct)
    {
        try
        {
            while (await sweep.TryExpireBatchAsync(ct) is var expired and not 0)
            {
                if (expired is null)
                    return false;

                metrics.Count(Stages.Expired, "requested", expired.Value);
                LogExpired(expired.Value, Stages.Expired, "requested");
            }

            while (await sweep.ForgetPagesAsync(ct) > 0)
            {
                // Batch by batch, so that no commit is long.
            }

            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // What is due stays due.
            LogFailed(failure);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Articles} articles: {Stage} {Outcome}")]
    private partial void LogExpired(int articles, string stage, string outcome);

    [LoggerMessage(LogLevel.Error, "Expiring articles failed; the next pass goes on")]
    private partial void LogFailed(Exception failure);
}
