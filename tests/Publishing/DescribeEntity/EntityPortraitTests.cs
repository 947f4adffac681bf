using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.DescribeEntity;

public sealed class EntityPortraitTests : IDisposable
{
    private static readonly Entity Mayor = new("Mara Lindqvist", "PER", []) { Id = "Q900001", Aliases = ["Lindqvist"] };
    private static readonly Entity City = new("Tidewater", "LOC", []);

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public EntityPortraitTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Knows_kind_id_names_days_company_and_quotes()
    {
        var quoting = AnArticle.Enriched("a1", entities: [Mayor, City]);
        await _service.TakeInAsync(
            quoting with { Analysis = quoting.Analysis with { Quotes = [new Quotation("Yes.", "Lindqvist", 0, 4)] } },
            AnArticle.Enriched("a2", publishedAt: AnArticle.Noon.AddDays(-1), entities: [Mayor, City]),
            AnArticle.Enriched("a3", publishedAt: AnArticle.Noon.AddDays(-40), language: "uk", entities: [Mayor with { Name = "Мара Ліндквіст" }]),
            AnArticle.Enriched("a4", entities: [City]));

        foreach (var name in (string[])["Q900001", "mara lindqvist", "Lindqvist"])
        {
            var entity = await FindAsync(name);
            Assert.Equal(("Mara Lindqvist", "PER", "Q900001", 3), ((string?)entity["name"], (string?)entity["type"], (string?)entity["id"], (int)entity["articles"]!));
            Assert.Equal(["Мара Ліндквіст", "Lindqvist"], entity["aliases"]!.AsArray().Select(alias => (string)alias!));
            Assert.Equal(1, (int)entity["quotedIn"]!);
            Assert.Equal("Tidewater 2", $"{entity["namedWith"]![0]!["name"]} {entity["namedWith"]![0]!["articles"]}");
            var days = entity["days"]!.AsArray();
            Assert.Equal(("2026-11-20 1", "2026-11-19 1", 30), ($"{days[0]!["day"]} {days[0]!["articles"]}", $"{days[1]!["day"]} {days[1]!["articles"]}", days.Count));
            Assert.Equal(2, days.Sum(day => (int)day!["articles"]!));
        }

        var quotes = (string)(await FindAsync("Q900001"))["links"]!["quotes"]!;
        Assert.Single((await _client.GetFromJsonAsync<JsonObject>(quotes))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Is_gone_with_the_last_article_that_names_it()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", entities: [Mayor]));
        await _service.TakeInAsync(AnArticle.Withdrawn("a1"));

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/entities/Q900001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/entities/-nobody")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/entities/Work%2FLife")]
    [InlineData("/api/v1/entities/Work/Life")]
    [InlineData("/entity/Work%2FLife")]
    [InlineData("/entity/Work/Life")]
    public async Task A_slash_of_a_name_may_stand_in_an_address_as_it_is_and_escaped(string address)
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", entities: [new Entity("Work/Life", "ORG", [])]));

        Assert.Contains("Work/Life", await _client.GetStringAsync(address), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<JsonObject> FindAsync(string name) => (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/entities/{Uri.EscapeDataString(name)}"))!;
}
