using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.CountEntities;

public sealed class TrendingEntitiesTests : IDisposable
{
    private static readonly Entity Always = new("Lindmoor", "LOC", []);
    private static readonly Entity Sudden = new("Mara Lindqvist", "PER", []);
    private static readonly Entity Seldom = new("Ferry Board", "ORG", []);

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public TrendingEntitiesTests() => _client = _service.CreateClient();

    [Fact]
    public async Task What_is_suddenly_named_stands_before_what_always_is()
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 8).SelectMany(day => Enumerable.Range(0, 4).Select(i => Named($"always-{day}-{i}", day, Always)))]);
        await _service.TakeInAsync([.. Enumerable.Range(0, 4).Select(i => Named($"sudden-{i}", 0, Sudden, Always))]);
        await _service.TakeInAsync(Named("seldom-1", 0, Seldom), Named("seldom-2", 0, Seldom));

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/entities/trending"))!["items"]!.AsArray();

        Assert.Equal(["Mara Lindqvist", "Lindmoor"], items.Select(item => (string)item!["name"]!));
        Assert.Equal((4, 0d, 4d), ((int)items[0]!["articles"]!, (double)items[0]!["baseline"]!, (double)items[0]!["score"]!));
        Assert.Equal((8, 4d), ((int)items[1]!["articles"]!, (double)items[1]!["baseline"]!));
    }

    [Fact]
    public async Task Only_the_articles_that_match_the_filters_count()
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 3).Select(i => Named($"en-{i}", 0, Sudden))]);
        await _service.TakeInAsync([.. Enumerable.Range(0, 3).Select(i => Named($"ru-{i}", 0, Always) with { Analysis = new ArticleAnalysis { Language = "ru", Entities = [Always] } })]);

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/entities/trending?language=ru&hours=6"))!["items"]!.AsArray();

        Assert.Equal("Lindmoor", (string?)Assert.Single(items)!["name"]);
    }

    [Fact]
    public async Task Beside_one_name_only_the_articles_that_bear_both_count()
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 3).Select(i => Named($"both-{i}", 0, Sudden, Always))]);
        await _service.TakeInAsync([.. Enumerable.Range(0, 4).Select(i => Named($"alone-{i}", 0, Always))]);

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/entities/trending?entity=Mara%20Lindqvist"))!["items"]!.AsArray();

        Assert.Equal([("Lindmoor", 3), ("Mara Lindqvist", 3)], items.Select(item => ((string)item!["name"]!, (int)item["articles"]!)));
    }

    [Theory]
    [InlineData("hours=0")]
    [InlineData("hours=73")]
    [InlineData("hours=soon")]
    public async Task Says_which_windows_there_are(string query)
    {
        var answer = await _client.GetAsync($"/api/v1/entities/trending?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("1 to 72", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static ArticleEnriched Named(string id, int daysAgo, params Entity[] entities) =>
        AnArticle.Enriched(id, story: id, publishedAt: AnArticle.Noon.AddDays(-daysAgo).AddMinutes(-1), entities: entities);
}
