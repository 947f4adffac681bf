using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Hosting.Tests.Logs;

/// <summary>What every engine of the ordered log must do.</summary>
public abstract class LogStoreContract
{
    /// <summary>A new, empty log.</summary>
    protected abstract Task<ILogStore> CreateAsync();

    /// <summary>The same log again, as another process would open it.</summary>
    protected abstract Task<ILogStore> OpenAgainAsync();

    [Fact]
    public async Task An_empty_log_begins_at_position_one_with_an_epoch()
    {
        var store = await CreateAsync();

        Assert.Equal(1, await store.ReadNextPositionAsync(default));
        Assert.NotEmpty(await store.ReadEpochAsync(default));
        Assert.Empty(await store.ReadAsync(1, 10, default));
    }

    [Fact]
    public async Task Gives_back_what_was_inserted_in_order_and_in_full()
    {
        var store = await CreateAsync();

        Assert.True(await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1)], default));
        Assert.True(await store.TryInsertAsync(3, [Record("a", 2)], default));

        var entries = await store.ReadAsync(2, 10, default);
        Assert.Equal([new LogEntry(2, "b", 1, "published", "{\"of\":\"b\"}", At), new LogEntry(3, "a", 2, "published", "{\"of\":\"a\"}", At)], entries);
        Assert.Equal(4, await store.ReadNextPositionAsync(default));
    }

    [Fact]
    public async Task Gives_back_the_bodies_asked_for_of_the_entries_that_have_one()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1) with { Body = [1, 2] }, Record("b", 1), Record("c", 1) with { Body = [] }], default);
        await store.TryInsertAsync(4, [Record("d", 1) with { Body = [4] }, Record("e", 1) with { Body = [5] }], default);
        await ((IRestorableLog)store).TryResumeAsync(1_000, Record("f", 1) with { Body = [6] }, default);

        var bodies = await store.ReadBodiesAsync([1, 2, 3, 5, 1_000, 2_000], default);

        Assert.Equal([(1, "0102"), (3, ""), (5, "05"), (1_000, "06")], bodies.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Convert.ToHexString(pair.Value))));
        Assert.Equal(6, (await store.ReadAsync(1, 10, default)).Count);
    }

    [Fact]
    public async Task Refuses_a_position_that_is_taken_and_inserts_nothing()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1)], default);

        Assert.False(await store.TryInsertAsync(1, [Record("c", 1)], default));

        Assert.Equal(3, await store.ReadNextPositionAsync(default));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Refuses_a_position_amid_a_group_of_entries_and_one_beyond_the_end(long position)
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1), Record("c", 1)], default);

        Assert.False(await store.TryInsertAsync(position, [Record("d", 1)], default));

        Assert.Equal(3, (await store.ReadAsync(1, 10, default)).Count);
        Assert.Equal(4, await store.ReadNextPositionAsync(default));
    }

    [Fact]
    public async Task Keeps_its_entries_and_its_epoch_when_it_is_opened_again()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1)], default);

        var again = await OpenAgainAsync();

        Assert.Equal(await store.ReadEpochAsync(default), await again.ReadEpochAsync(default));
        Assert.Single(await again.ReadAsync(1, 10, default));
    }

    [Fact]
    public async Task Knows_the_entry_with_the_newest_revision_of_each_subject()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 4), Record("a", 3)], default);

        await store.TryInsertAsync(4, [Record("a", 2), Record("c", 1)], default);

        var newest = await store.ReadNewestAsync(["a", "b", "never"], default);

        Assert.Equal(2, newest.Count);
        Assert.Equal((3L, 3L, "{\"of\":\"a\"}", At), (newest["a"].Position, newest["a"].Revision, newest["a"].Payload, newest["a"].At));
        Assert.Equal((2L, 4L), (newest["b"].Position, newest["b"].Revision));
    }

    [Fact]
    public async Task Reads_in_pages_that_cross_the_groups_of_entries()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1), Record("c", 1)], default);
        await store.TryInsertAsync(4, [Record("d", 1), Record("e", 1)], default);

        Assert.Equal([2L, 3L], (await store.ReadAsync(2, 2, default)).Select(entry => entry.Position));
        Assert.Equal([3L, 4L, 5L], (await store.ReadAsync(3, 9, default)).Select(entry => entry.Position));
    }

    [Fact]
    public async Task Resumes_beyond_a_gap_that_readers_and_appenders_step_over()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1)], default);

        Assert.True(await ((IRestorableLog)store).TryResumeAsync(1_000_000, Record("", 1), default));

        Assert.Equal(1_000_001, await store.ReadNextPositionAsync(default));
        Assert.False(await store.TryInsertAsync(3, [Record("c", 1)], default));
        Assert.True(await store.TryInsertAsync(1_000_001, [Record("c", 1)], default));
        Assert.Equal([2L, 1_000_000L, 1_000_001L], (await store.ReadAsync(2, 10, default)).Select(entry => entry.Position));
        Assert.Equal([1_000_000L, 1_000_001L], (await store.ReadAsync(3, 10, default)).Select(entry => entry.Position));
    }

    [Theory, InlineData(2), InlineData(1)]
    public async Task Refuses_to_resume_where_it_was_already(long position)
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(1, [Record("a", 1), Record("b", 1)], default);

        Assert.False(await ((IRestorableLog)store).TryResumeAsync(position, Record("", 1), default));

        Assert.Equal(3, await store.ReadNextPositionAsync(default));
    }

    [Fact]
    public async Task A_renewed_epoch_is_another_one_and_stays()
    {
        var store = await CreateAsync();
        var before = await store.ReadEpochAsync(default);

        var renewed = await ((IRestorableLog)store).RenewEpochAsync(default);

        Assert.NotEqual(before, renewed);
        Assert.Equal(renewed, await (await OpenAgainAsync()).ReadEpochAsync(default));
    }

    [Fact]
    public async Task Two_processes_appending_at_once_lose_and_repeat_nothing()
    {
        var logs = new[] { new OrderedLog(await CreateAsync()), new OrderedLog(await OpenAgainAsync()) };
        var batches = Enumerable.Range(0, 40).Select(batch => Enumerable.Range(0, 5).Select(i => Record($"a{(batch * 3 + i) % 17}", 1 + batch / 8)).ToArray()).ToList();

        await Parallel.ForEachAsync(batches.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (batch, ct) =>
            await logs[batch.Index % 2].AppendNewerAsync(batch.Item, (record, _) => record, ct));

        var entries = await logs[0].ReadAsync(1, 1_000, default);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Position));
        Assert.All(entries.GroupBy(entry => entry.Subject, StringComparer.Ordinal), subject => Assert.Equal(subject.Select(entry => entry.Revision).Distinct().Order(), subject.Select(entry => entry.Revision)));
        var newestSent = batches.SelectMany(batch => batch).GroupBy(record => record.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(record => record.Revision), StringComparer.Ordinal);
        Assert.Equal(newestSent.OrderBy(pair => pair.Key, StringComparer.Ordinal), entries.GroupBy(entry => entry.Subject, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(entry => entry.Revision), StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static readonly DateTimeOffset At = new(2026, 11, 20, 8, 30, 0, 125, TimeSpan.Zero);

    private static LogRecord Record(string subject, long revision) => new(subject, revision, "published", $"{{\"of\":\"{subject}\"}}", At);
}
