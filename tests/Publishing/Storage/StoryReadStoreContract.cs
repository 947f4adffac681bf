using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine promises of the stories.</summary>
public abstract class StoryReadStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Keeps_the_newest_version_and_answers_with_it()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AStory("s", 7)], None);

        var held = await store.PutNewerAsync([AStory("s", 3)], None);

        Assert.Equal(7, held[0].Version);
        Assert.Equal(7, (await store.TryFindAsync("s", None))!.Version);
    }

    [Fact]
    public async Task Lists_stories_with_members_the_last_changed_first_in_pages()
    {
        var (store, _) = await CreateAsync();
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
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AStory("en", 1), AStory("ru", 2) with { Language = "ru" }], None);

        var listed = await store.ListAsync(new StoryQuery(10, "ru"), None);

        Assert.Equal("ru", Assert.Single(listed).StoryId);
    }

    [Fact]
    public async Task Takes_an_emptied_story_off_the_list_and_remembers_where_its_articles_went()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AStory("s", 1)], None);

        await store.PutNewerAsync([AStory("s", 2) with { MergedInto = "other", Emptied = true }], None);

        Assert.Empty(await store.ListAsync(new StoryQuery(10), None));
        Assert.Equal("other", (await store.TryFindAsync("s", None))!.MergedInto);
        Assert.Null(await store.TryFindAsync("never", None));
    }

    [Fact]
    public async Task Gives_a_title_only_of_a_visible_article_the_announced_one_before_the_earliest()
    {
        var (store, articles) = await CreateAsync();
        PublishedStory[] stories = [.. ((string[])["borne", "awaited", "empty"]).Select(id => AStory(id, 1))];
        await articles.PutNewerAsync(
            [
                An("b1", "borne", "Something else", 0), An("b2", "borne", "Story borne", 1),
                An("a1", "awaited", "Later", 2), An("a2", "awaited", "Earliest", 1), An("a3", "awaited", "Story awaited", 0, embargoed: true),
                An("e1", "empty", "Story empty", 0, embargoed: true),
            ],
            None);

        var titles = await store.ReadTitlesAsync(stories, None);

        Assert.Equal([("awaited", "Earliest"), ("borne", "Story borne")], titles.OrderBy(title => title.Key).Select(title => (title.Key, title.Value)));
    }

    [Fact]
    public async Task Of_two_that_show_the_next_version_one_wins_and_what_was_told_is_remembered()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AStory("a", 1), AStory("b", 1)], None);
        var never = await store.ReadShowingsAsync(["a", "b", "unknown"], None);
        var (first, other) = (never.Select(showing => showing.After("First")).ToList(), never.Select(showing => showing.After("Other")).Take(1).ToList());

        var won = await store.ShowAsync(first, None);
        var lost = await store.ShowAsync(other, None);
        await store.SettleAsync([first.Single(showing => showing.Story.StoryId == "a")], None);
        await store.ShowAsync([first.Single(showing => showing.Story.StoryId == "a").After("Second")], None);
        await store.PutNewerAsync([AStory("a", 2)], None);
        var now = (await store.ReadShowingsAsync(["a", "b"], None)).ToDictionary(showing => showing.Story.StoryId);

        Assert.All(never, showing => Assert.Equal((0L, null, 0L), (showing.Version, showing.Shown, showing.ToldVersion)));
        Assert.Equal(2, never.Count);
        Assert.Empty(won);
        Assert.Equal([other[0].Story.StoryId], lost);
        Assert.Equal((2L, 2L, "Second", 1L), (now["a"].Story.Version, now["a"].Version, now["a"].Shown!.Title, now["a"].ToldVersion));
        Assert.Equal((1L, "First", 0L), (now["b"].Version, now["b"].Shown!.Title, now["b"].ToldVersion));
    }

    [Fact]
    public async Task A_story_that_changed_for_the_readers_moves_up_and_never_back()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AStory("a", 1), AStory("b", 2)], None);

        await store.TouchAsync(["a", "unknown"], AnArticle.Noon.AddMinutes(30), None);
        await store.TouchAsync(["a"], AnArticle.Noon.AddMinutes(20), None);
        await store.PutNewerAsync([AStory("a", 3), AStory("b", 4)], None);
        var listed = await store.ListAsync(new StoryQuery(10), None);

        Assert.Equal([("a", 3L, 30), ("b", 4L, 4)], listed.Select(story => (story.StoryId, story.Version, (int)(story.ChangedAt - AnArticle.Noon).TotalMinutes)));
        Assert.Equal(AnArticle.Noon.AddMinutes(30), (await store.TryFindAsync("a", None))!.ChangedAt);
        Assert.Equal(["b"], (await store.ListAsync(new StoryQuery(10, After: new StoryKey(listed[0].ChangedAt, "a")), None)).Select(story => story.StoryId));
    }

    private protected abstract Task<(IStoryReadStore Stories, IArticleReadStore Articles)> CreateAsync();

    private static ContentChange An(string id, string story, string title, int minute, bool embargoed = false) => AnArticle.Change(AnArticle.Enriched(
        id, story: story, title: title, publishedAt: AnArticle.Noon.AddMinutes(minute), embargoedUntil: embargoed ? AnArticle.Noon.AddDays(1) : null));

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
