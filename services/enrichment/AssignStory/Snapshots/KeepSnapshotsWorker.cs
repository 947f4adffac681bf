using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>Saves a snapshot whenever enough was decided since the last.</summary>
internal sealed class KeepSnapshotsWorker(StoryDecider decider, TimeProvider clock, ILogger<KeepSnapshotsWorker> logger)
    : RepeatedWork(TimeSpan.FromSeconds(20), clock, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct) => decider.KeepSnapshotAsync(ct);
}
