using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>A start from a snapshot must come to what a replay of the whole log comes to, or not use it.</summary>
public sealed class StorySnapshotTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteLogStore _store;
    private readonly SnapshotsInMemory _snapshots = new();

    public StorySnapshotTests()
    {
        _database = new SqliteDatabase(_folder.File("enrichment.db"), EnrichmentService.Migrations);
        _store = new SqliteLogStore(_database);
    }

    [Fact]
    public async Task A_start_from_a_snapshot_comes_to_what_the_whole_log_comes_to()
    {
        await DecideAsync(0, 40);
        await KeepAsync();
        await DecideAsync(40, 20);

        var warm = new StoryGrouper(new StoryGroupingOptions());
        var cold = new StoryGrouper(new StoryGroupingOptions());
        await ADecider.On(_store, _snapshots, grouper: warm).ReplayAsync(default);
        await ADecider.On(_store, grouper: cold).ReplayAsync(default);

        Assert.Equal(AState.Of(cold), AState.Of(warm));
        var next = ACandidate.About(1, "later", later: TimeSpan.FromDays(20));
        Assert.Equal(cold.Decide(next, next.SeenAt).StoryId, warm.Decide(next, next.SeenAt).StoryId);
    }

    [Fact]
    public async Task Stories_that_stayed_closed_come_through_one_snapshot_after_the_other_and_are_there_when_asked_for()
    {
        await DecideAsync(0, 40);
        await KeepAsync();
        var first = _snapshots.Heads.Count;
        await DecideAsync(40, 3);
        await KeepAsync();

        var warm = new StoryGrouper(new StoryGroupingOptions());
        var cold = new StoryGrouper(new StoryGroupingOptions());
        await ADecider.On(_store, _snapshots, grouper: warm).ReplayAsync(default);
        await ADecider.On(_store, grouper: cold).ReplayAsync(default);

        Assert.Equal((1, 2), (first, _snapshots.Heads.Count));
        Assert.NotEmpty(warm.Copy().ClosedBefore.Records);
        Assert.Equal(cold.Versions().Order(), warm.Versions().Order());
        Assert.Equal(cold.Versions().Order().Select(story => JsonSerializer.Serialize(cold.Snapshot(story.StoryId))), warm.Versions().Order().Select(story => JsonSerializer.Serialize(warm.Snapshot(story.StoryId))));
        Assert.Equal(AState.Of(cold), AState.Of(warm));
    }

    [Fact]
    public async Task What_was_tried_on_a_closed_story_of_a_snapshot_and_taken_back_leaves_it_as_it_was()
    {
        await DecideAsync(0, 40);
        await KeepAsync();
        var warm = new StoryGrouper(new StoryGroupingOptions());
        var cold = new StoryGrouper(new StoryGroupingOptions());
        await ADecider.On(_store, _snapshots, grouper: warm).ReplayAsync(default);
        await ADecider.On(_store, grouper: cold).ReplayAsync(default);

        warm.BeginTrial();
        foreach (var (story, _) in warm.Versions().ToList())
        {
            foreach (var member in warm.Snapshot(story)!.ArticleIds)
            {
                warm.Apply(warm.Withdraw(member, 1_000, ACandidate.Morning).Entry!);
            }
        }

        warm.TakeBackTrial();

        Assert.Equal(AState.Of(cold), AState.Of(warm));
    }

    [Fact]
    public async Task A_start_from_a_snapshot_reads_nothing_of_the_log_before_it()
    {
        await DecideAsync(0, 30);
        await KeepAsync();
        await _database.WriteAsync(connection => connection.Execute("DELETE FROM log WHERE position < 30"), default);

        var stories = await ADecider.On(_store, _snapshots).ReplayAsync(default);

        Assert.NotEmpty(stories);
    }

    [Fact]
    public async Task A_snapshot_of_another_life_of_the_log_is_not_used()
    {
        await DecideAsync(0, 30);
        await KeepAsync();
        await _database.WriteAsync(connection => connection.Execute("DELETE FROM log WHERE position > 10"), default);
        var grouper = new StoryGrouper(new StoryGroupingOptions());

        await ADecider.On(_store, _snapshots, grouper: grouper).ReplayAsync(default);

        Assert.Equal(11, grouper.Next);
    }

    [Fact]
    public async Task A_snapshot_under_another_window_is_not_used()
    {
        await DecideAsync(0, 30);
        await KeepAsync();
        var other = new StoryGrouper(new StoryGroupingOptions { WindowDays = 3 });
        var cold = new StoryGrouper(new StoryGroupingOptions { WindowDays = 3 });

        await ADecider.On(_store, _snapshots, grouper: other).ReplayAsync(default);
        await ADecider.On(_store, grouper: cold).ReplayAsync(default);

        Assert.Equal(AState.Of(cold), AState.Of(other));
    }

    [Fact]
    public async Task A_damaged_or_vanished_part_makes_the_whole_log_be_replayed()
    {
        await DecideAsync(0, 30);
        await KeepAsync();
        foreach (var (key, bytes) in _snapshots.Parts.ToList())
        {
            _snapshots.Parts[key] = bytes[..(bytes.Length / 2)];
        }

        var damaged = new StoryGrouper(new StoryGroupingOptions());
        await ADecider.On(_store, _snapshots, grouper: damaged).ReplayAsync(default);
        _snapshots.Parts.Clear();
        var vanished = new StoryGrouper(new StoryGroupingOptions());
        await ADecider.On(_store, _snapshots, grouper: vanished).ReplayAsync(default);

        Assert.Equal(await _store.ReadNextPositionAsync(default), damaged.Next);
        Assert.Equal(AState.Of(damaged), AState.Of(vanished));
    }

    [Fact]
    public async Task A_part_with_one_other_byte_makes_the_whole_log_be_replayed()
    {
        await DecideAsync(0, 30);
        await KeepAsync();
        foreach (var part in _snapshots.Parts.Values)
        {
            part[part.Length / 2] ^= 1;
        }

        await _database.WriteAsync(connection => connection.Execute("DELETE FROM log WHERE position > 20 AND position < 29"), default);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ADecider.On(_store, _snapshots).ReplayAsync(default));
        Assert.Contains("in order", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_further_snapshot_is_saved_before_it_is_due()
    {
        await DecideAsync(0, 30);
        var decider = ADecider.On(_store, _snapshots, everyDecisions: 20);
        await decider.ReplayAsync(default);

        await decider.KeepSnapshotAsync(default);
        await decider.KeepSnapshotAsync(default);
        await ADecider.On(_store, _snapshots, everyDecisions: 20).KeepSnapshotAsync(default);

        Assert.Single(_snapshots.Heads);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private async Task KeepAsync()
    {
        using var decider = ADecider.On(_store, _snapshots, everyDecisions: 1);
        await decider.ReplayAsync(default);
        await decider.KeepSnapshotAsync(default);
    }

    // Events come back days later, some articles again, some are withdrawn, and editors move some: stories close and open.
    private async Task DecideAsync(int from, int count)
    {
        using var decider = ADecider.On(_store);
        for (var i = from; i < from + count; i++)
        {
            var candidate = ACandidate.About(i % 4, $"{i % 27:x32}", i % 2, TimeSpan.FromHours(9 * i), revision: 1 + i);
            StoryCommand command = (i % 11) switch
            {
                5 => new WithdrawArticle($"{(i - 3) % 27:x32}", i),
                _ => new AssignArticle(candidate),
            };
            var answer = (await decider.CommitAsync([command], default))[0];
            if (i % 13 == 7 && answer.Decision?.StoryId is { } story)
            {
                await decider.CommitAsync([new PinArticle(story, $"{(i - 2) % 27:x32}")], default);
            }
        }

        // Whatever the commands above left out.
        while ((await _store.ReadNextPositionAsync(default)) <= from + count)
        {
            var next = await _store.ReadNextPositionAsync(default);
            await decider.CommitAsync([new AssignArticle(ACandidate.About(0, $"fill-{next}", later: TimeSpan.FromHours(9 * next)))], default);
        }
    }
}
