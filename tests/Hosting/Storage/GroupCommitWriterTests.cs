using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Tests.Storage;

public sealed class GroupCommitWriterTests
{
    [Fact]
    public async Task Gives_each_caller_the_result_of_its_own_item()
    {
        await using var writer = new GroupCommitWriter<int, int>("numbers", (items, _) => Task.FromResult<IReadOnlyList<int>>([.. items.Select(item => item * 2)]));

        var results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => writer.WriteAsync(i, default)));

        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => i * 2), results);
    }

    [Fact]
    public async Task Gathers_what_waits_while_a_commit_runs_into_one_commit()
    {
        var firstRuns = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var groups = new List<int>();
        await using var writer = new GroupCommitWriter<int, int>("numbers", async (items, _) =>
        {
            groups.Add(items.Count);
            firstRuns.TrySetResult();
            await release.Task;
            return [.. items];
        });

        var first = writer.WriteAsync(0, default);
        await firstRuns.Task;
        var others = Enumerable.Range(1, 100).Select(i => writer.WriteAsync(i, default)).ToList();
        release.SetResult();
        await Task.WhenAll(others.Prepend(first));

        Assert.Equal([1, 100], groups);
    }

    [Fact]
    public async Task Fails_only_the_caller_whose_item_fails()
    {
        await using var writer = new GroupCommitWriter<int, int>("numbers", (items, _) => items.Contains(13) ? throw new InvalidDataException("13") : Task.FromResult(items));

        var callers = Enumerable.Range(0, 64).Select(i => writer.WriteAsync(i, default)).ToList();
        await Task.WhenAll(callers).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal([13], callers.Index().Where(caller => caller.Item.IsFaulted).Select(caller => caller.Index));
        await Assert.ThrowsAsync<InvalidDataException>(() => callers[13]);
    }

    /// <summary>Writers, failures in mid-group and redelivery by seed, against a store that applies an item at most once.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task Loses_and_doubles_nothing_when_commits_die_at_random_and_callers_try_again(int seed)
    {
        var random = new Random(seed);
        var stored = new Dictionary<int, int>();
        await using var writer = new GroupCommitWriter<int, int>(
            "numbers",
            async (items, _) =>
            {
                await Task.Yield();
                foreach (var item in items)
                {
                    stored.TryAdd(item, stored.Count);
                    if (random.NextDouble() < 0.02)
                    {
                        throw new IOException("killed in mid-group");
                    }
                }

                return [.. items.Select(item => stored[item])];
            },
            groupSize: 16);

        var places = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => UntilWrittenAsync(writer, i)));

        Assert.Equal(500, stored.Count);
        Assert.Equal(stored.OrderBy(pair => pair.Key).Select(pair => pair.Value), places);
    }

    private static async Task<int> UntilWrittenAsync(GroupCommitWriter<int, int> writer, int item)
    {
        while (true)
        {
            try
            {
                return await writer.WriteAsync(item, default);
            }
            catch (IOException)
            {
                await Task.Yield();
            }
        }
    }
}
