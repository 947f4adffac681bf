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
}
