using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.ListSections;

public sealed class SectionsTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SectionsTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Counts_the_seven_categories_and_the_publishers_sections_in_them()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a1", section: "Markets", category: "business"),
            AnArticle.Enriched("a2", section: "Markets", category: "business", publishedAt: AnArticle.Noon.AddMinutes(2)),
            AnArticle.Enriched("a3", section: "Money", category: "business", language: "uk"),
            AnArticle.Enriched("a4"));

        var all = await SectionsAsync("");
        var ukrainian = await SectionsAsync("?language=uk");

        Assert.Equal(["business 3", "entertainment 0", "general 1", "health 0", "science 0", "sports 0", "technology 0"], all.Select(Counted));
        Assert.Equal(["Markets 2", "Money 1"], all[0]!["printed"]!.AsArray().Select(section => $"{section!["value"]} {section["count"]}"));
        Assert.Equal(AnArticle.Noon.AddMinutes(2), (DateTimeOffset)all[0]!["newestAt"]!);
        Assert.Null(all[1]!["newestAt"]);
        Assert.Equal("business 1", Counted(ukrainian[0]));
        Assert.Equal(3, (await _client.GetFromJsonAsync<JsonObject>((string)all[0]!["links"]!["articles"]!))!["items"]!.AsArray().Count);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static string Counted(JsonNode? section) => $"{section!["name"]} {section["articles"]}";

    private async Task<JsonArray> SectionsAsync(string query) => (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/sections{query}"))!["items"]!.AsArray();
}
