using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine promises of the stories.</summary>
public abstract class StoryReadStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Keeps_the_newest_version_and_answers_with_it()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([AStory("s", 7)], None);

        var held = await store.PutNewerAsync([AStory("s", 3)], None);

        Assert.Equal(7, held[0].Version);
        Assert.Equal(7, (await store.TryFindAsync("s", None))!.Version);
    }

    [Fact]
    public async Task Lists_stories_with_members_the_last_changed_first_in_pages()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([.. Enumerable.Range(1, 7).Select(i => AStory($"s{i}", i / 2)), AStory("emptied", 9) with { Emptied = true }], None);

        var seen = new List<string>();
        StoryKey? after = null;
        while (await store.ListAsync(new StoryQuery(2, After: after), None) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(story => story.StoryId));
            after = new StoryKey(page[^1].ChangedAt, page[^1].StoryId);
        }

        Assert.Equal(["s7", "s6", "s5", "s4", "s3", "s2", "s1"], seen);
    }

    [Fact]
    public async Task Lists_one_language()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([AStory("en", 1), AStory("ru", 2) with { Language = "ru" }], None);

        var listed = await store.ListAsync(new StoryQuery(10, "ru"), None);

        Assert.Equal("ru", Assert.Single(listed).StoryId);
    }

    [Fact]
    public async Task Takes_an_emptied_story_off_the_list_and_remembers_where_its_articles_went()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([AStory("s", 1)], None);

        await store.PutNewerAsync([AStory("s", 2) with { MergedInto = "other", Emptied = true }], None);

        Assert.Empty(await store.ListAsync(new StoryQuery(10), None));
        Assert.Equal("other", (await store.TryFindAsync("s", None))!.MergedInto);
        Assert.Null(await store.TryFindAsync("never", None));
    }

    private protected abstract Task<IStoryReadStore> CreateAsync();

    private static PublishedStory AStory(string id, long version) => new()
    {
        StoryId = id,
        Version = version,
        Title = $"Story {id}",
        Language = "en",
        FirstSeenAt = AnArticle.Noon,
        ChangedAt = AnArticle.Noon.AddMinutes(version),
    };
}
