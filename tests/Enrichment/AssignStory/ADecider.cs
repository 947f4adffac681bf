using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>The real decider on a log of the test's own.</summary>
internal static class ADecider
{
    public static StoryDecider On(ILogStore store, IStorySnapshotStore? snapshots = null, int everyDecisions = 1_000_000, IStoryChanges? changes = null, StoryGrouper? grouper = null)
    {
        var log = new StoryLog(new OrderedLog(store));
        var options = Options.Create(new StorySnapshotOptions { EveryDecisions = everyDecisions });
        var kept = new StorySnapshots(snapshots ?? new SnapshotsInMemory(), log, options, NullLogger<StorySnapshots>.Instance);
        return new StoryDecider(log, kept, grouper ?? new StoryGrouper(new StoryGroupingOptions()), changes ?? new NobodyListens(), new ManualClock());
    }

    private sealed class NobodyListens : IStoryChanges
    {
        public void Changed(IReadOnlyList<StorySnapshot> stories)
        {
        }

        public void ChangedElsewhere(IReadOnlyList<StorySnapshot> stories)
        {
        }
    }
}

/// <summary>Snapshots that live as long as the test.</summary>
internal sealed class SnapshotsInMemory : IStorySnapshotStore
{
    public List<SnapshotHead> Heads { get; } = [];

    public Dictionary<(string Snapshot, int Part), byte[]> Parts { get; } = [];

    public Task<SnapshotHead?> ReadNewestAsync(CancellationToken ct) => Task.FromResult(Heads.MaxBy(head => head.Position));

    public Task<byte[]?> ReadPartAsync(SnapshotHead head, int part, CancellationToken ct) => Task.FromResult(Parts.GetValueOrDefault((head.Id, part)));

    public Task SavePartAsync(string snapshotId, long position, int part, byte[] bytes, CancellationToken ct)
    {
        Parts.Add((snapshotId, part), bytes);
        return Task.CompletedTask;
    }

    public Task SaveHeadAsync(SnapshotHead head, CancellationToken ct)
    {
        Heads.Add(head);
        return Task.CompletedTask;
    }
}
