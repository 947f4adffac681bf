using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.FollowChanges;

public sealed class StoryChangesTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public StoryChangesTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Tells_of_a_story_when_it_opens_is_named_otherwise_is_merged_and_is_found_again()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "First", story: "s1"), AnArticle.Enriched("b", title: "Second", story: "s2", publishedAt: AnArticle.Noon.AddMinutes(1)));
        await _service.TakeInAsync(Story("s1", 2, "First"));
        await _service.TakeInAsync(Story("s2", 3, "Second"));
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 2, title: "First, corrected", story: "s1"));
        await _service.TakeInAsync(Story("s1", 4, "Second", "b"));
        await _service.TakeInAsync(Story("s2", 5, "Second") with { ArticleCount = 0, MergedInto = "s1" });
        await _service.TakeInAsync(Story("s2", 6, "Second", "b"));

        var told = await ToldAsync();

        Assert.Equal(
            [
                ("s1", "story-opened", "First"), ("s2", "story-opened", "Second"), ("s1", "story-changed", "First, corrected"), ("s1", "story-changed", "Second"),
                ("s2", "story-closed", "Second"), ("s2", "story-merged", "Second"), ("s2", "story-opened", "Second"), ("s1", "story-changed", "First, corrected"),
            ],
            told.Select(item => ((string)item["storyId"]!, (string)item["type"]!, (string)item["about"]!["title"]!)));
        Assert.Equal("s1", (string?)told[5]["about"]!["mergedInto"]);
        Assert.Equal([1L, 1, 2, 3, 2, 3, 4, 4], told.Select(item => (long)item["version"]!));
        Assert.All(told, item => Assert.Null(item["articleId"]));
    }

    [Fact]
    public async Task An_article_that_joins_tells_of_itself_and_the_last_one_to_go_closes_the_story()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "First", story: "s1"));
        await _service.TakeInAsync(Story("s1", 2, "First"));
        await _service.TakeInAsync(AnArticle.Enriched("b", story: "s1", storyVersion: 3, publishedAt: AnArticle.Noon.AddMinutes(1)));
        await _service.TakeInAsync(Story("s1", 3, "First"));
        await _service.TakeInAsync(AnArticle.Withdrawn("b"));
        await _service.TakeInAsync(AnArticle.Withdrawn("a"));

        Assert.Equal(["story-opened", "story-closed"], (await ToldAsync()).Select(item => (string)item["type"]!));
    }

    [Fact]
    public async Task Is_silent_of_a_story_that_is_announced_anew_with_all_that_it_holds_and_tells_of_those_that_were_moved()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "First", story: "s1"), AnArticle.Enriched("b", story: "s1"), AnArticle.Enriched("c", story: "s2"));
        await _service.TakeInAsync(Story("s1", 2, "First"));

        // As enrichment announces it after a restore: any of its articles may have been moved by what it lost.
        await _service.TakeInAsync(Story("s1", 3, "First", "a", "b"));
        Assert.Equal(["story-opened"], (await ToldAsync()).Select(item => (string)item["type"]!));

        await _service.TakeInAsync(Story("s1", 4, "First", "a", "b", "c"));
        await _service.TakeInAsync(Story("s1", 5, "First", "a", "c"));
        Assert.Equal(["story-opened", "story-changed"], (await ToldAsync()).Select(item => (string)item["type"]!));
    }

    [Fact]
    public async Task Tells_nothing_of_a_story_whose_articles_are_under_embargo_until_their_minute()
    {
        var ends = _service.Clock.Now.AddMinutes(30);
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "Hidden", story: "s1", embargoedUntil: ends));
        await _service.TakeInAsync(Story("s1", 2, "Hidden"));
        var before = await ToldAsync();

        _service.Clock.Now = ends;
        var after = await Eventually.BecomesAsync(ToldAsync, told => told.Count > 0);

        Assert.Empty(before);
        Assert.Equal("story-opened", (string?)Assert.Single(after)["type"]);
    }

    [Fact]
    public async Task Follows_one_story_with_its_articles()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", story: "s1"), AnArticle.Enriched("b", story: "s2"));
        await _service.TakeInAsync(Story("s1", 2, "Harbour bridge reopens"));
        await _service.TakeInAsync(Story("s2", 3, "Harbour bridge reopens"));

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/changes?story=s2"))!["items"]!.AsArray();

        Assert.Equal(["published", "story-opened"], items.Select(item => (string)item!["type"]!));
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static NewsPlatform.Contracts.Stories.StoryChanged Story(string id, long version, string title, params string[] moved) =>
        AnArticle.Story(id, version, moved) with { Title = title, ArticleCount = 2 };

    private async Task<IReadOnlyList<JsonNode>> ToldAsync()
    {
        var log = await _client.GetFromJsonAsync<JsonObject>("/api/v1/changes?limit=100&types=story-opened,story-changed,story-merged,story-closed");
        return [.. log!["items"]!.AsArray().Select(item => item!)];
    }
}
