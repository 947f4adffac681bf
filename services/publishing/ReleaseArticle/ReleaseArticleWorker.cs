using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Publishing.ReleaseArticle;

/// <summary>Looks every second for embargoes that ended.</summary>
internal sealed partial class ReleaseArticleWorker(ArticleReleaser releaser, TimeProvider clock, ILogger<ReleaseArticleWorker> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), clock, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        var released = await releaser.ReleaseDueAsync(ct);
        if (released > 0)
        {
            LogReleased(released);
        }
    }

    [LoggerMessage(LogLevel.Information, "Released {Count} articles from embargo")]
    private partial void LogReleased(int count);
}
