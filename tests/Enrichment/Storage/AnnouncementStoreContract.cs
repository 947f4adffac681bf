using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.Tests.Storage;

/// <summary>What every engine must do for announcements.</summary>
public abstract class AnnouncementStoreContract : IAsyncLifetime
{
    [Fact]
    public async Task Keeps_the_highest_version_told_of_a_story_whatever_the_order()
    {
        var store = await CreateAsync();

        await store.RecordHeldAsync([new HeldStory("a", 7), new HeldStory("b", 1)], default);
        await store.RecordHeldAsync([new HeldStory("a", 3), new HeldStory("b", 2), new HeldStory("b", 1)], default);

        var held = await store.ReadHeldAsync(["a", "b"], default);
        Assert.Equal((7, 2), (held["a"], held["b"]));
    }

    [Fact]
    public async Task Leaves_out_stories_never_told_of()
    {
        var store = await CreateAsync();

        await store.RecordHeldAsync([new HeldStory("a", 7)], default);

        Assert.Equal(["a"], (await store.ReadHeldAsync(["a", "unknown"], default)).Keys);
        Assert.Empty(await store.ReadHeldAsync([], default));
    }

    [Fact]
    public async Task Takes_an_answer_that_tells_of_no_story()
    {
        var store = await CreateAsync();

        await store.RecordHeldAsync([], default);

        Assert.Empty(await store.ReadHeldAsync(["a"], default));
    }

    [Fact]
    public async Task Forgets_everything_told_and_takes_lower_versions_afterwards()
    {
        var store = await CreateAsync();
        await store.RecordHeldAsync([new HeldStory("a", 7), new HeldStory("b", 1)], default);

        await store.ForgetHeldAsync(default);
        await store.RecordHeldAsync([new HeldStory("a", 2)], default);

        var held = Assert.Single(await store.ReadHeldAsync(["a", "b"], default));
        Assert.Equal(("a", 2L), (held.Key, held.Value));
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    private protected abstract Task<IAnnouncementStore> CreateAsync();
}
