using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Enrichment.Tests.Harness;

namespace NewsPlatform.Enrichment.Tests.EditStory;

public sealed class StoryEditEndpointsTests : IAsyncLifetime
{
    private readonly EnrichmentHarness _service = new();
    private string _ferry = "";
    private string _vote = "";

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        await _service.PublishAsync(AnArticle.Ferry("a"));
        await _service.PublishAsync(AnArticle.Vote("c"));
        var enriched = await _service.EnrichedAsync(2);
        _ferry = enriched.First(article => article.ArticleId == "a").StoryId;
        _vote = enriched.First(article => article.ArticleId == "c").StoryId;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Says_why_an_article_is_in_its_story()
    {
        await _service.PublishAsync(AnArticle.FerryToo("b"));
        await _service.EnrichedAsync(3);

        var opened = await ExplainAsync(_ferry, "a");
        var joined = await ExplainAsync(_ferry, "b");
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync($"{_ferry}/pin", new { articleId = "c" })).StatusCode);

        Assert.Equal(("opened", 0.0), (opened.GetProperty("reason").GetString(), opened.GetProperty("score").GetDouble()));
        Assert.Equal("words", joined.GetProperty("reason").GetString());
        Assert.InRange(joined.GetProperty("score").GetDouble(), 0.2, 1);
        Assert.Contains("aurora", joined.GetProperty("sharedTerms").EnumerateArray().Select(term => term.GetString()));
        Assert.NotEmpty(joined.GetProperty("sharedNames").EnumerateArray());
        Assert.Equal("pinned", (await ExplainAsync(_ferry, "c")).GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Http.GetAsync(new Uri($"api/v1/stories/{_vote}/articles/a/explanation", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Explains_nothing_of_an_article_under_embargo_and_names_it_to_nobody()
    {
        await _service.PublishAsync(AnArticle.Embargoed(AnArticle.FerryToo("soon"), DateTimeOffset.MaxValue.AddDays(-1)));
        await _service.EnrichedAsync(3);
        await _service.PublishAsync(AnArticle.FerryToo("copy"));
        await _service.PublishAsync(AnArticle.Embargoed(AnArticle.FerryToo("over"), DateTimeOffset.UnixEpoch));
        var enriched = await _service.EnrichedAsync(5);

        var hidden = await _service.Http.GetAsync(new Uri($"api/v1/stories/{_ferry}/articles/soon/explanation", UriKind.Relative));
        var copy = await ExplainAsync(_ferry, "copy");

        Assert.Equal("soon", enriched.Single(article => article.ArticleId == "copy").DuplicateOf);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(JsonValueKind.Null, copy.GetProperty("duplicateOf").ValueKind);
        Assert.Equal("sameText", (await ExplainAsync(_ferry, "over")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Merges_splits_and_pins_and_announces_both_stories()
    {
        var merged = await PostAsync($"{_ferry}/merge", new { from = _vote });
        Assert.Equal(HttpStatusCode.Accepted, merged.StatusCode);
        await _service.StoriesAsync(stories => stories.Any(story => story.StoryId == _vote && story.MergedInto == _ferry) && stories.Any(story => story is { ArticleCount: 2, ArticleIds: ["c"] } && story.StoryId == _ferry));

        var split = await PostAsync($"{_ferry}/split", new { articleIds = new[] { "c" } });
        var apart = (await split.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("storyId").GetString();
        await _service.StoriesAsync(stories => stories.Any(story => story.StoryId == apart && story.ArticleIds.SequenceEqual(["c"])));

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync($"{apart}/pin", new { articleId = "a" })).StatusCode);
        await _service.StoriesAsync(stories => stories.Any(story => story.StoryId == apart && story.ArticleIds.ToHashSet().SetEquals(["c", "a"])));
    }

    [Theory]
    [InlineData("unknown/merge", """{"from":"also-unknown"}""", HttpStatusCode.NotFound)]
    [InlineData("unknown/merge", "{}", HttpStatusCode.BadRequest)]
    [InlineData("unknown/split", """{"articleIds":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("unknown/pin", "{not json", HttpStatusCode.BadRequest)]
    public async Task Refuses_with_a_sentence(string path, string body, HttpStatusCode status)
    {
        var answer = await _service.Http.PostAsync(new Uri($"/api/v1/stories/{path}", UriKind.Relative), new StringContent(body, null, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!);
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) =>
        _service.Http.PostAsJsonAsync(new Uri($"/api/v1/stories/{path}", UriKind.Relative), body);

    private Task<JsonElement> ExplainAsync(string storyId, string articleId) => _service.Http.GetFromJsonAsync<JsonElement>($"api/v1/stories/{storyId}/articles/{articleId}/explanation");
}
