using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.Tests.Storage;

/// <summary>What every engine must do for snapshots of the stories.</summary>
public abstract class StorySnapshotStoreContract : IAsyncLifetime
{
    [Fact]
    public async Task Gives_back_a_snapshot_once_its_head_is_saved()
    {
        var store = await CreateAsync();
        var head = new SnapshotHead("a", 100, 2, "1/5", "abc");
        await store.SavePartAsync("a", 100, 0, [1, 2, 3], default);
        await store.SavePartAsync("a", 100, 1, [], default);
        Assert.Null(await store.ReadNewestAsync(default));

        await store.SaveHeadAsync(head, default);

        Assert.Equal(head, await store.ReadNewestAsync(default));
        Assert.Equal("010203", Hex(await store.ReadPartAsync(head, 0, default)));
        Assert.Equal("", Hex(await store.ReadPartAsync(head, 1, default)));
        Assert.Null(await store.ReadPartAsync(head, 2, default));
    }

    [Fact]
    public async Task Drops_older_snapshots_and_what_killed_processes_left_of_them_when_a_newer_is_saved()
    {
        var store = await CreateAsync();
        var older = await SaveAsync(store, "older", 100);
        await store.SavePartAsync("killed", 150, 0, [9], default);

        var newer = await SaveAsync(store, "newer", 200);

        Assert.Equal(newer, await store.ReadNewestAsync(default));
        Assert.Null(await store.ReadPartAsync(older, 0, default));
        Assert.Null(await store.ReadPartAsync(new SnapshotHead("killed", 150, 1, "", ""), 0, default));
        Assert.NotNull(await store.ReadPartAsync(newer, 0, default));
    }

    [Fact]
    public async Task Two_processes_that_save_at_one_position_do_not_mix_their_parts()
    {
        var store = await CreateAsync();
        await store.SavePartAsync("one", 100, 0, [1], default);
        await store.SavePartAsync("two", 100, 0, [2], default);
        await store.SaveHeadAsync(new SnapshotHead("two", 100, 1, "", ""), default);
        await store.SaveHeadAsync(new SnapshotHead("one", 100, 1, "", ""), default);

        var newest = (await store.ReadNewestAsync(default))!;

        Assert.Equal(newest.Id == "one" ? "01" : "02", Hex(await store.ReadPartAsync(newest, 0, default)));
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    private protected abstract Task<IStorySnapshotStore> CreateAsync();

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexString(bytes);

    private static async Task<SnapshotHead> SaveAsync(IStorySnapshotStore store, string id, long position)
    {
        var head = new SnapshotHead(id, position, 1, "1/5", id);
        await store.SavePartAsync(id, position, 0, [1], default);
        await store.SaveHeadAsync(head, default);
        return head;
    }
}
