namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Keeps the index of a process that does not lead at the end of the log; for the leader itself it finds nothing.</summary>
internal sealed partial class FollowStoryLogWorker(StoryDecider decider, TimeProvider clock, ILogger<FollowStoryLogWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await decider.FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away; the next tick reads from the same place.
                LogBehind(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The story log could not be followed; trying again")]
    private partial void LogBehind(Exception failure);
}
