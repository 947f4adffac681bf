using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.FollowChanges;

public sealed class FilteredChangesTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public FilteredChangesTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Tells_what_each_entry_is_about_also_once_the_article_is_gone()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "Ferry sails", section: "Port", category: "business", entities: [new Entity("Tessel", "LOC", [])]));
        await _service.TakeInAsync(AnArticle.Withdrawn("a"));

        var items = await ItemsAsync("");

        Assert.Equal(["published", "withdrawn"], items.Select(item => (string)item["type"]!));
        Assert.All(items, item =>
        {
            var about = item["about"]!;
            Assert.Equal(("Ferry sails", "https://tidewater-post.example/a", "en", "tidewater-post", "story-1"), ((string?)about["title"], (string?)about["url"], (string?)about["language"], (string?)about["source"], (string?)about["storyId"]));
            Assert.Equal(["Port", "business"], about["sections"]!.AsArray().Select(name => (string)name!));
            Assert.Equal(["Tessel"], about["entities"]!.AsArray().Select(name => (string)name!));
        });
    }

    [Theory]
    [InlineData("language=ru,uk", "ru")]
    [InlineData("source=HERALD", "herald")]
    [InlineData("section=sports,port", "port")]
    [InlineData("entity=ida%20brannock", "named")]
    [InlineData("story=s9", "storied")]
    [InlineData("types=published&source=herald,post", "herald")]
    public async Task Gives_only_what_passes_the_filters_with_its_withdrawal(string filter, string expected)
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("ru", language: "ru"),
            AnArticle.Enriched("herald", source: "herald"),
            AnArticle.Enriched("port", section: "Port"),
            AnArticle.Enriched("named", entities: [new Entity("Ida Brannock", "PER", [])]),
            AnArticle.Enriched("storied", story: "s9"));
        await _service.TakeInAsync(AnArticle.Withdrawn(expected));

        var items = await ItemsAsync($"&{filter}");

        Assert.All(items, item => Assert.Equal(expected, (string?)item["articleId"]));
        Assert.Equal(filter.StartsWith("types", StringComparison.Ordinal) ? ["published"] : ["published", "withdrawn"], items.Select(item => (string)item["type"]!));
    }

    [Fact]
    public async Task A_revision_that_leaves_the_filter_is_told_once_more_as_left()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", section: "Port"));
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 2, section: "City"));
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 3, section: "City"));

        var items = await ItemsAsync("&section=port");

        Assert.Equal([1L, 2], items.Select(item => (long)item["revision"]!));
        Assert.Equal([null, true], items.Select(item => (bool?)item["left"]));
    }

    [Fact]
    public async Task The_withdrawal_of_an_article_that_changed_its_story_is_told_to_the_followers_of_both()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", story: "old"));
        await _service.TakeInAsync(AnArticle.Story("new", 5, "a"));
        await _service.TakeInAsync(AnArticle.Withdrawn("a"));

        Assert.Contains("withdrawn", (await ItemsAsync("&story=old")).Select(item => (string?)item["type"]));
        Assert.Contains("withdrawn", (await ItemsAsync("&story=new")).Select(item => (string?)item["type"]));
    }

    [Fact]
    public async Task The_cursor_moves_on_where_nothing_passes()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a"), AnArticle.Enriched("b"));

        var page = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/changes?source=nobody"))!;

        Assert.Empty(page["items"]!.AsArray());
        Assert.EndsWith(":3", (string?)page["next"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_until_something_passes_or_the_time_is_over()
    {
        await _service.TakeInAsync(AnArticle.Enriched("before"));
        var next = (string?)(await _client.GetFromJsonAsync<JsonObject>("/api/v1/changes"))!["next"];

        var waiting = _client.GetFromJsonAsync<JsonObject>($"/api/v1/changes?cursor={next}&wait=60&source=herald");
        await _service.TakeInAsync(AnArticle.Enriched("other"));
        await _service.TakeInAsync(AnArticle.Enriched("awaited", source: "herald"));
        var told = (await waiting.WaitAsync(TimeSpan.FromSeconds(30)))!;
        var empty = (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/changes?cursor={told["next"]}&wait=1"))!;

        Assert.Equal("awaited", (string?)Assert.Single(told["items"]!.AsArray())!["articleId"]);
        Assert.Empty(empty["items"]!.AsArray());
        Assert.Equal((string?)told["next"], (string?)empty["next"]);
    }

    [Fact]
    public async Task Those_who_wait_take_a_place_of_the_streams()
    {
        using var service = new PublishingHost();
        service.Settings["Publishing:StreamClients"] = "1";
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
        using var stream = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/api/v1/changes?wait=1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/changes")).StatusCode);
    }

    [Theory]
    [InlineData("types=deleted", "types names 'deleted'")]
    [InlineData("wait=61", "wait is '61'")]
    [InlineData("source=a&source=b", "source is given 2 times")]
    public async Task Refuses_filters_that_mean_nothing(string filter, string problem)
    {
        var answer = await _client.GetAsync($"/api/v1/changes?{filter}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(problem, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<IReadOnlyList<JsonNode>> ItemsAsync(string filter) =>
        [.. (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/changes?limit=100{filter}"))!["items"]!.AsArray().Select(item => item!)];
}
