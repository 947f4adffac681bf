using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Enrichment.Tests.AssignStory;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Tests.Storage;

/// <summary>The story log on every engine's log store.</summary>
public abstract class StoryLogContract : IAsyncLifetime
{
    [Fact]
    public async Task Gives_back_every_kind_of_entry_as_it_was_appended()
    {
        var log = new StoryLog(new OrderedLog(await CreateAsync()));
        var entries = EveryKind();

        Assert.True(await log.TryAppendAsync(entries, default));

        var read = await log.ReadAsync(1, 100, default);
        Assert.Equal(entries.Select(Text), read.Select(Text));
    }

    [Fact]
    public async Task Refuses_an_append_where_another_decider_was_first_and_appends_nothing()
    {
        var log = new StoryLog(new OrderedLog(await CreateAsync()));
        var entries = EveryKind();
        await log.TryAppendAsync(entries, default);

        Assert.False(await log.TryAppendAsync([entries[1]], default));

        Assert.Equal(entries.Count, (await log.ReadAsync(1, 100, default)).Count);
    }

    [Fact]
    public async Task Reads_on_from_a_position_as_much_as_asked()
    {
        var log = new StoryLog(new OrderedLog(await CreateAsync()));
        await log.TryAppendAsync(EveryKind(), default);

        Assert.Equal([2, 3], (await log.ReadAsync(2, 2, default)).Select(entry => entry.Position));
        Assert.Empty(await log.ReadAsync(6, 2, default));
    }

    [Fact]
    public async Task Goes_on_beyond_what_was_given_out_when_it_was_restored_and_again_when_that_was_today()
    {
        var store = (IRestorableLog)await CreateAsync();
        var log = new StoryLog(new OrderedLog(store));
        await log.TryAppendAsync(EveryKind(), default);

        var first = await StoryLogRestore.ResumeAsync(store, ACandidate.Morning, default);
        var second = await StoryLogRestore.ResumeAsync(store, ACandidate.Morning, default);

        Assert.True(first > 1_000_000_000, $"resumed at {first}");
        Assert.Equal(first + 1, second);
        Assert.Equal([first, second], (await log.ReadAsync(EveryKind().Count + 1, 10, default)).OfType<StoriesResumed>().Select(entry => entry.Position));
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    protected abstract Task<ILogStore> CreateAsync();

    private static string Text(StoryLogEntry entry) => $"{entry.GetType().Name} {JsonSerializer.Serialize<object>(entry)}";

    private static List<StoryLogEntry> EveryKind()
    {
        var at = ACandidate.Morning;
        var assigned = new StoryGrouper(new StoryGroupingOptions()).Decide(ACandidate.About(0, "a"), at).Entry!;
        return
        [
            assigned,
            new StoriesMerged { Position = 2, At = at, StoryId = "s", From = "t" },
            new StorySplit { Position = 3, At = at, StoryId = "s", NewStoryId = "u", ArticleIds = ["a", "ё"] },
            new ArticlePinned { Position = 4, At = at, ArticleId = "a", StoryId = "s" },
            new ArticleRemoved { Position = 5, At = at, ArticleId = "a", Revision = 2 },
        ];
    }
}
