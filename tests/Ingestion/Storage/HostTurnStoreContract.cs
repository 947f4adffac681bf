using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IHostTurnStore"/> must do.</summary>
public abstract class HostTurnStoreContract
{
    private static readonly DateTimeOffset Now = AnArticle.SomeTime;

    [Fact]
    public async Task Keeps_all_that_is_known_of_a_host()
    {
        var store = await CreateAsync();
        var turn = new HostTurn { Host = "post.example", NextAt = Now, LeftAloneUntil = Now.AddHours(1), Leases = [new HostLease("a", Now.AddMinutes(5))] };

        await store.TrySaveAsync(turn, default);
        var kept = (await store.TryFindAsync("post.example", default))!;

        Assert.Equal((Now, Now.AddHours(1), 1L), (kept.NextAt, kept.LeftAloneUntil, kept.Version));
        Assert.Equal(turn.Leases, kept.Leases);
        Assert.Null(await store.TryFindAsync("other.example", default));
    }

    [Fact]
    public async Task Of_two_replicas_that_write_at_once_one_must_look_again()
    {
        var store = await CreateAsync();
        var none = new HostTurn { Host = "post.example" };
        var first = (await store.TrySaveAsync(none with { NextAt = Now }, default), await store.TrySaveAsync(none with { NextAt = Now }, default));
        var read = (await store.TryFindAsync("post.example", default))!;

        var second = (await store.TrySaveAsync(read with { NextAt = Now.AddSeconds(1) }, default), await store.TrySaveAsync(read with { NextAt = Now.AddSeconds(2) }, default));

        Assert.Equal(((true, false), (true, false)), (first, second));
        Assert.Equal((Now.AddSeconds(1), 2L), ((await store.TryFindAsync("post.example", default))!.NextAt, (await store.TryFindAsync("post.example", default))!.Version));
    }

    [Fact]
    public async Task Forgets_hosts_about_which_nothing_is_left_to_say()
    {
        var store = await CreateAsync();
        await store.TrySaveAsync(new HostTurn { Host = "old.example", NextAt = Now }, default);
        await store.TrySaveAsync(new HostTurn { Host = "busy.example", NextAt = Now, Leases = [new HostLease("a", Now.AddHours(2))] }, default);
        await store.TrySaveAsync(new HostTurn { Host = "resting.example", NextAt = Now, LeftAloneUntil = Now.AddHours(2) }, default);

        var removed = await store.RemoveIdleAsync(Now.AddHours(1), default);

        Assert.Equal(1, removed);
        Assert.Null(await store.TryFindAsync("old.example", default));
        Assert.NotNull(await store.TryFindAsync("busy.example", default));
        Assert.NotNull(await store.TryFindAsync("resting.example", default));
    }

    internal abstract Task<IHostTurnStore> CreateAsync();
}
