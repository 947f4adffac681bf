using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Keeps the index of a process that does not lead at the end of the log; for the leader itself it finds nothing.</summary>
internal sealed class FollowStoryLogWorker(StoryDecider decider, TimeProvider clock, ILogger<FollowStoryLogWorker> logger)
    : RepeatedWork(TimeSpan.FromSeconds(2), clock, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct) => decider.FollowAsync(ct);
}
