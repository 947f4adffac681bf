using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.FindSimilar;

public sealed class SimilarArticlesTests : IDisposable
{
    private static readonly Entity Mayor = new("Mara Lindqvist", "PER", [new TextSpan(0, 4), new TextSpan(9, 14)]) { Id = "Q900001" };
    private static readonly Entity City = new("Tidewater", "LOC", [new TextSpan(20, 29)]);

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SimilarArticlesTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Puts_the_same_text_before_the_same_story_before_shared_names_and_leaves_out_the_rest()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", story: "s1", entities: [Mayor, City]),
            AnArticle.Enriched("copy", story: "s1", entities: [Mayor, City]) with { DuplicateOf = "a", DuplicateKind = DuplicateKinds.Reprint },
            AnArticle.Enriched("story", story: "s1", text: "Ships wait.", title: "Ships wait"),
            AnArticle.Enriched("names", story: "s2", text: "The mayor spoke.", title: "A speech", entities: [Mayor]),
            AnArticle.Enriched("stranger", story: "s3", text: "Rain in the hills.", title: "Rain"));

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a/similar"))!["items"]!.AsArray();
        var without = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a/similar?duplicates=false&limit=1"))!["items"]!.AsArray();

        Assert.Equal(["copy", "story", "names"], items.Select(Id));
        Assert.Equal(items.Select(item => (double)item!["score"]!).OrderDescending(), items.Select(item => (double)item!["score"]!));
        Assert.Equal((true, true), ((bool)items[0]!["because"]!["sameStory"]!, (bool)items[0]!["because"]!["sameText"]!));
        Assert.Equal("Mara Lindqvist", (string?)Assert.Single(items[2]!["because"]!["entities"]!.AsArray()));
        Assert.Equal("story", Id(Assert.Single(without)));
    }

    [Fact]
    public async Task A_rare_name_tells_more_than_a_common_one()
    {
        await _service.TakeInAsync(
        [
            AnArticle.Enriched("a", story: "s1", title: "One", text: "One.", entities: [Mayor, City]),
            AnArticle.Enriched("rare", story: "s2", title: "Two", text: "Two.", entities: [Mayor]),
            .. Enumerable.Range(0, 8).Select(i => AnArticle.Enriched($"common{i}", story: $"t{i}", title: "Three", text: "Three.", entities: [City])),
        ]);

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a/similar"))!["items"]!.AsArray();

        Assert.Equal("rare", Id(items[0]));
        Assert.Equal(9, items.Count);
    }

    [Fact]
    public async Task Finds_an_entity_by_its_id_in_another_language_and_nothing_that_was_withdrawn()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", story: "s1", entities: [Mayor]),
            AnArticle.Enriched("uk", story: "s2", language: "uk", title: "Мер говорить", text: "Мер говорила.", entities: [Mayor with { Name = "Мара Ліндквіст" }]),
            AnArticle.Enriched("gone", story: "s1", entities: [Mayor]));
        await _service.TakeInAsync(AnArticle.Withdrawn("gone"));

        var items = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a/similar"))!["items"]!.AsArray();

        Assert.Equal(["uk"], items.Select(Id));
        Assert.Equal(HttpStatusCode.Gone, (await _client.GetAsync("/api/v1/articles/gone/similar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/articles/none/similar")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/api/v1/articles/a/similar?limit=51")).StatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static string Id(JsonNode? item) => (string)item!["article"]!["id"]!;
}
