using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.FollowChanges;

public sealed class ChangesApiTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public ChangesApiTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Tells_published_revised_and_withdrawn_in_order_without_a_gap()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 3));
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 4), AnArticle.Enriched("a", revision: 4));
        await _service.TakeInAsync(AnArticle.Withdrawn("a", revision: 5));

        var page = await PageAsync("/api/v1/changes");

        Assert.Equal(["published", "revised", "withdrawn"], page["items"]!.AsArray().Select(item => (string)item!["type"]!));
        Assert.Equal([3L, 4, 5], page["items"]!.AsArray().Select(item => (long)item!["revision"]!));
        Assert.Equal([1L, 2, 3], page["items"]!.AsArray().Select(item => (long)item!["position"]!));
        Assert.Equal("a", (string?)page["items"]![0]!["articleId"]);
        Assert.Equal(_service.Clock.Now, (DateTimeOffset)page["items"]![0]!["at"]!);
    }

    [Fact]
    public async Task Tells_nothing_of_a_withdrawal_of_what_readers_never_saw()
    {
        await _service.TakeInAsync(AnArticle.Enriched("other"));
        await _service.TakeInAsync(AnArticle.Withdrawn("never-seen"));

        var page = await PageAsync("/api/v1/changes");

        Assert.Equal("other", (string?)Assert.Single(page["items"]!.AsArray())!["articleId"]);
    }

    [Fact]
    public async Task Gives_the_same_cursor_back_with_an_empty_page_and_goes_on_from_it()
    {
        var empty = await PageAsync("/api/v1/changes");
        var again = await PageAsync($"/api/v1/changes?cursor={empty["next"]}");
        await _service.TakeInAsync(AnArticle.Enriched("a"), AnArticle.Enriched("b"));

        var first = await PageAsync($"/api/v1/changes?limit=1&cursor={again["next"]}");
        var second = await PageAsync($"/api/v1/changes?limit=1&cursor={first["next"]}");
        var end = await PageAsync($"/api/v1/changes?cursor={second["next"]}");

        Assert.Equal((string?)empty["next"], (string?)again["next"]);
        Assert.Equal(1, (long)first["items"]![0]!["position"]!);
        Assert.Equal(2, (long)second["items"]![0]!["position"]!);
        Assert.Empty(end["items"]!.AsArray());
        Assert.Equal((string?)second["next"], (string?)end["next"]);
    }

    [Theory]
    [InlineData("/api/v1/changes?cursor=")]
    [InlineData("/api/v1/stream?cursor=")]
    public async Task Refuses_what_is_no_cursor_and_gives_the_restart_cursor_for_one_of_another_life(string path)
    {
        var tail = (string)(await PageAsync("/api/v1/changes"))["next"]!;
        var epoch = tail[..tail.LastIndexOf(':')];

        var malformed = await _client.GetAsync($"{path}yesterday");
        var beyond = await _client.GetAsync($"{path}{epoch}:99");
        var foreign = await _client.GetAsync($"{path}other:1");

        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], [beyond.StatusCode, foreign.StatusCode]);
        Assert.Equal($"{epoch}:1", (string?)(await foreign.Content.ReadFromJsonAsync<JsonObject>())!["cursor"]);
    }

    [Fact]
    public async Task Tells_of_an_embargoed_article_at_its_minute_and_not_before()
    {
        var ends = _service.Clock.Now.AddMinutes(30);
        await _service.TakeInAsync(AnArticle.Enriched("a", embargoedUntil: ends));
        var before = await PageAsync("/api/v1/changes");
        var hidden = await _client.GetAsync("/api/v1/articles/a");

        _service.Clock.Now = ends;
        var after = await NewsPlatform.Testing.Eventually.BecomesAsync(() => PageAsync("/api/v1/changes"), page => page["items"]!.AsArray().Count > 0);

        Assert.Empty(before["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal("published", (string?)after["items"]![0]!["type"]);
        Assert.Equal(ends, (DateTimeOffset)after["items"]![0]!["at"]!);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/api/v1/articles/a")).StatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<JsonObject> PageAsync(string path) => (await _client.GetFromJsonAsync<JsonObject>(path))!;
}
