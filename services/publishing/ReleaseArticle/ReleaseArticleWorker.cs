namespace NewsPlatform.Publishing.ReleaseArticle;

/// <summary>Looks every second for embargoes that ended.</summary>
internal sealed partial class ReleaseArticleWorker(ArticleReleaser releaser, TimeProvider clock, ILogger<ReleaseArticleWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await ReleaseAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReleaseAsync(CancellationToken ct)
    {
        try
        {
            var released = await releaser.ReleaseDueAsync(ct);
            if (released > 0)
            {
                LogReleased(released);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever the engine threw: what is due stays due, the next round tries again.
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "Released {Count} articles from embargo")]
    private partial void LogReleased(int count);

    [LoggerMessage(LogLevel.Error, "Releasing embargoed articles failed; tried again in a second")]
    private partial void LogFailed(Exception failure);
}
