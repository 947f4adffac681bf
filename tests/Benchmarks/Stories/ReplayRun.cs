using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Enrichment;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.StoryBench;

/// <summary>How long a start takes until the leader can decide: by the whole log, and by the newest snapshot with what was decided since.</summary>
internal static class ReplayRun
{
    private const int EntriesPerAppend = 2_000;
    private const double Goal = 10;

    public static async Task<bool> RunAsync(int articles)
    {
        using var folder = new TempFolder();
        using var database = new SqliteDatabase(folder.File("enrichment.db"), EnrichmentService.Migrations);
        var log = new StoryLog(new OrderedLog(new SqliteLogStore(database)));
        var stream = new NewsStream();

        // The snapshot is as old as it ever gets.
        var since = Math.Min(new StorySnapshotOptions().EveryDecisions, articles / 10);
        await FillAsync(log, stream, 1, articles - since);
        var (whole, decider) = await ReplayAsync(database, log);
        var size = new FileInfo(database.Path).Length;
        var saving = Stopwatch.StartNew();
        await decider.KeepSnapshotAsync(default);
        Console.WriteLine($"snapshot of {articles - since:N0} decisions: {saving.Elapsed.TotalSeconds:0.0} s, {(new FileInfo(database.Path).Length - size) >> 20} MiB in the file");
        decider.Dispose();
        await FillAsync(log, stream, articles - since + 1, since);
        var (warm, _) = await ReplayAsync(database, log);
        Console.WriteLine($"replay of {articles:N0} decisions: {whole * articles / (articles - since):0.0} s from the whole log, {warm:0.0} s of processor time from a snapshot {since:N0} decisions old (goal: {Goal:0} s a million)");
        return warm <= Goal * Math.Max(1, articles / 1_000_000.0);
    }

    private static async Task FillAsync(StoryLog log, NewsStream stream, long from, int count)
    {
        for (var done = 0; done < count; done += EntriesPerAppend)
        {
            var first = from + done;
            var entries = Enumerable.Range(0, Math.Min(EntriesPerAppend, count - done)).Select(i => (StoryLogEntry)stream.NextEntry(first + i)).ToList();
            await log.TryAppendAsync(entries, default);
        }
    }

    private static async Task<(double Seconds, StoryDecider Decider)> ReplayAsync(SqliteDatabase database, StoryLog log)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshots = new StorySnapshots(new SqliteStorySnapshotStore(database), log, Options.Create(new StorySnapshotOptions { EveryDecisions = 100 }), NullLogger<StorySnapshots>.Instance);
        var decider = new StoryDecider(log, snapshots, new StoryGrouper(new StoryGroupingOptions()), new NobodyListens(), TimeProvider.System);
        var (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var stories = await decider.ReplayAsync(default);

        // Processor time: a busy machine must not make the figure.
        var seconds = (Environment.CpuUsage.TotalTime - worked).TotalSeconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{stories.Count:N0} stories ready after {seconds:0.0} s of processor time ({watch.Elapsed.TotalSeconds:0.0} s by the clock), {memory >> 20} MiB on the heap, peak of the process {Environment.WorkingSet >> 20} MiB");
        GC.KeepAlive(decider);
        return (seconds, decider);
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
