using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.Http;

public sealed class StoryApiTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public StoryApiTests() => _client = _service.CreateClient(new() { AllowAutoRedirect = false });

    [Fact]
    public async Task Gives_a_story_with_its_articles_and_sources()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a1", source: "post", story: "s1"),
            AnArticle.Enriched("a2", source: "times", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(1)),
            AnArticle.Enriched("a3", source: "post", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(2)));
        await _service.TakeInAsync(AnArticle.Story("s1", 3, "a1", "a2", "a3"));

        var story = await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories/s1");

        Assert.Equal(("s1", "Harbour bridge reopens", "en", 3), ((string?)story!["id"], (string?)story["title"], (string?)story["language"], (int)story["articleCount"]!));
        Assert.Equal(["post", "times"], story["sources"]!.AsArray().Select(source => (string)source!["id"]!).Order());
        Assert.Equal(["a3", "a2", "a1"], story["articles"]!.AsArray().Select(article => (string)article!["id"]!));
        Assert.Equal(AnArticle.Noon, (DateTimeOffset)story["firstSeenAt"]!);
        Assert.Equal(("POST", "a1"), ((string?)story["originalSource"]!["name"], (string?)story["originalSource"]!["articleId"]));
        Assert.Empty(story["infoSources"]!.AsArray());
        Assert.Equal(AnArticle.Noon.AddMinutes(3), (DateTimeOffset)story["updatedAt"]!);
    }

    [Fact]
    public async Task Lists_only_stories_that_have_something_to_read_in_full_pages()
    {
        for (var i = 1; i <= 5; i++)
        {
            await _service.TakeInAsync(AnArticle.Enriched($"a{i}", story: $"s{i}"));
            await _service.TakeInAsync(AnArticle.Story($"s{i}", i, $"a{i}"));
        }

        await _service.TakeInAsync(AnArticle.Withdrawn("a4"));
        await _service.TakeInAsync(AnArticle.Story("not-come-yet", 9, "a9"));

        var first = await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories?limit=2");
        var second = await _client.GetFromJsonAsync<JsonObject>($"/api/v1/stories?limit=2&cursor={first!["next"]}");

        Assert.Equal(["s5", "s3"], IdsOf(first));
        Assert.Equal(["s2", "s1"], IdsOf(second!));
        Assert.Null(second!["next"]);
    }

    [Fact]
    public async Task Lists_stories_by_weight_with_its_parts_page_by_page_as_of_the_first_page()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a1", source: "post", story: "small"),
            AnArticle.Enriched("b1", source: "post", story: "big"),
            AnArticle.Enriched("b2", source: "times", story: "big"),
            AnArticle.Enriched("c1", source: "post", story: "old", publishedAt: AnArticle.Noon.AddDays(-1)),
            AnArticle.Enriched("c2", source: "times", story: "old", publishedAt: AnArticle.Noon.AddDays(-1)));
        await _service.TakeInAsync(AnArticle.Story("big", 1));
        await _service.TakeInAsync(AnArticle.Story("small", 2) with { ArticleCount = 1 });
        await _service.TakeInAsync(AnArticle.Story("big", 3) with { ArticleCount = 2 });
        await _service.TakeInAsync(AnArticle.Story("old", 4) with { ArticleCount = 2 });

        var first = await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories?sort=score&limit=2");
        _service.Clock.Advance(TimeSpan.FromMinutes(30));
        var second = await _client.GetFromJsonAsync<JsonObject>($"/api/v1/stories?sort=score&limit=2&cursor={first!["next"]}");

        Assert.Equal(["big", "small"], IdsOf(first));
        Assert.Equal(["old"], IdsOf(second!));
        Assert.Null(second!["next"]);
        var rank = first["items"]![0]!["rank"]!;
        Assert.Equal(2, (int)rank["sources"]!);
        Assert.Equal((double)rank["score"]!, (int)rank["sources"]! * (double)rank["velocity"]! * (double)rank["authority"]! * (double)rank["freshness"]!, 9);
        Assert.Equal((DateTimeOffset)rank["asOf"]!, (DateTimeOffset)second["items"]![0]!["rank"]!["asOf"]!);
    }

    [Fact]
    public async Task The_weight_that_a_source_was_given_counts()
    {
        using var service = new PublishingHost();
        service.Settings["Publishing:Authority:agency"] = "3";
        using var client = service.CreateClient();
        await service.TakeInAsync(AnArticle.Enriched("a1", source: "agency", story: "s1"), AnArticle.Enriched("a2", source: "blog", story: "s2"));
        await service.TakeInAsync(AnArticle.Story("s1", 1) with { ArticleCount = 1 });
        await service.TakeInAsync(AnArticle.Story("s2", 2) with { ArticleCount = 1 });

        var list = await client.GetFromJsonAsync<JsonObject>("/api/v1/stories?sort=score");

        Assert.Equal(["s1", "s2"], IdsOf(list!));
        Assert.Equal(3, (double)list!["items"]![0]!["rank"]!["authority"]!);
    }

    [Fact]
    public async Task A_story_keeps_its_tag_while_nothing_changed_within_five_minutes()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", story: "s1"));
        await _service.TakeInAsync(AnArticle.Story("s1", 1) with { ArticleCount = 1 });
        var tag = (await _client.GetAsync("/api/v1/stories/s1")).Headers.ETag;

        _service.Clock.Advance(TimeSpan.FromMinutes(4));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stories/s1");
        again.Headers.IfNoneMatch.Add(tag!);

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_merge_moves_articles_that_have_no_new_revision()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", story: "s1", storyVersion: 1), AnArticle.Enriched("a2", story: "s2", storyVersion: 2));
        await _service.TakeInAsync(AnArticle.Story("s2", 2, "a2"));

        await _service.TakeInAsync(AnArticle.Story("s1", 7, "a1", "a2"));
        await _service.TakeInAsync(AnArticle.Story("s2", 7) with { MergedInto = "s1" });
        var merged = await _client.GetAsync("/api/v1/stories/s2");

        Assert.Equal(2, (int)(await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories/s1"))!["articleCount"]!);
        Assert.Equal("s1", (string?)(await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a2"))!["storyId"]);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/api/v1/stories/s1"), (merged.StatusCode, merged.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Says_which_article_came_into_its_story_late_until_it_is_moved_to_another()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", story: "s1"), AnArticle.Enriched("a2", story: "s1", publishedAt: AnArticle.Noon.AddHours(-9)) with { IsLate = true });
        await _service.TakeInAsync(AnArticle.Story("s1", 2, "a1", "a2"));

        var story = await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories/s1");
        var late = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a2");
        await _service.TakeInAsync(AnArticle.Story("s2", 3, "a2"));
        var moved = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a2");

        Assert.Equal([("a1", false), ("a2", true)], story!["articles"]!.AsArray().Select(article => ((string)article!["id"]!, (bool)article["isLate"]!)));
        Assert.Equal(("s1", true), ((string?)late!["storyId"], (bool)late["isLate"]!));
        Assert.Equal(("s2", false), ((string?)moved!["storyId"], (bool)moved["isLate"]!));
    }

    [Fact]
    public async Task Tells_an_unknown_story_from_an_emptied_one()
    {
        await _service.TakeInAsync(AnArticle.Story("emptied", 2));

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/stories/unknown")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await _client.GetAsync("/api/v1/stories/emptied")).StatusCode);
    }

    [Theory]
    [InlineData("cursor=e30", "cursor")]
    [InlineData("cursor=e30&sort=score", "cursor")]
    [InlineData("sort=size", "sort")]
    [InlineData("limit=201", "limit")]
    [InlineData("language=1", "language")]
    public async Task Names_the_parameter_that_it_cannot_read(string query, string parameter)
    {
        var answer = await _client.GetAsync($"/api/v1/stories?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(parameter + " ", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describes_its_operations_with_their_parameters()
    {
        var document = await _client.GetFromJsonAsync<JsonObject>("/openapi/v1.json");

        var list = document!["paths"]!["/api/v1/articles"]!["get"]!;
        Assert.Contains(list["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "entity");
        Assert.NotNull(list["responses"]!["400"]);
        Assert.NotNull(document["paths"]!["/feeds/rss.xml"]);
        Assert.Null(document["paths"]!["/search"]);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static IEnumerable<string> IdsOf(JsonObject page) => page["items"]!.AsArray().Select(item => (string)item!["id"]!);
}
