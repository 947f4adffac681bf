using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.NoteSightings;

/// <summary>Readers see every source that brought an article.</summary>
public sealed class SightingsTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly ConcurrentQueue<SightingsNoted> _answers = [];
    private readonly HttpClient _client;

    public SightingsTests()
    {
        _client = _service.CreateClient();
        _service.Bus.ConnectReceiveEndpoint(endpoint => endpoint.Handler<SightingsNoted>(context =>
        {
            _answers.Enqueue(context.Message);
            return Task.CompletedTask;
        })).Ready.GetAwaiter().GetResult();
    }

    [Fact]
    public async Task An_article_names_its_only_source_until_others_are_told_and_then_all_of_them()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        var before = await SeenInAsync("/api/v1/articles/a1");

        await TellAsync(AnArticle.Sighted("a1", "tidewater-post", "orm-herald"));

        Assert.Equal("tidewater-post", (string?)Assert.Single(before)!["sourceId"]);
        var after = await SeenInAsync("/api/v1/articles/a1");
        Assert.Equal(["tidewater-post", "orm-herald"], after.Select(sighting => (string?)sighting!["sourceId"]));
        Assert.True(after[1]!.AsObject().ContainsKey("url"));
        var listed = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles");
        Assert.Equal(2, listed!["items"]![0]!["seenIn"]!.AsArray().Count);
    }

    [Fact]
    public async Task Answers_how_many_it_was_told_of_each_time()
    {
        await TellAsync(AnArticle.Sighted("a1", "tidewater-post", "orm-herald"));
        await TellAsync(AnArticle.Sighted("a1", "tidewater-post", "orm-herald"));

        Assert.All(_answers, answer => Assert.Equal(("a1", 2), (answer.ArticleId, answer.Sightings)));
        Assert.All(_answers, answer => Assert.NotEmpty(answer.Epoch));
    }

    [Fact]
    public async Task A_new_revision_keeps_them_and_the_articles_page_shows_them()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        await TellAsync(AnArticle.Sighted("a1", "tidewater-post", "orm-herald"));
        await _service.TakeInAsync(AnArticle.Enriched("a1", revision: 2));

        Assert.Equal(2, (await SeenInAsync("/api/v1/articles/a1")).Count);
        Assert.Contains("https://orm-herald.example/a1", await _client.GetStringAsync("/article/a1"), StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();

    private async Task TellAsync(ArticleSighted sighted)
    {
        var before = _answers.Count;
        await _service.Bus.Publish(sighted);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_answers.Count > before), what: "The answer");
    }

    private async Task<JsonArray> SeenInAsync(string path) => (await _client.GetFromJsonAsync<JsonObject>(path))!["seenIn"]!.AsArray();
}
