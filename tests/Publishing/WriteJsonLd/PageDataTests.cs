using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.WriteJsonLd;

/// <summary>What pages tell programs in their heads.</summary>
public sealed partial class PageDataTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public PageDataTests() => _client = _service.CreateClient();

    [Fact]
    public async Task An_article_is_a_news_article_of_schema_org()
    {
        var article = AnArticle.Enriched("a1", title: "Bridge </script> reopens", section: "City", publishedAt: new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.FromHours(2)));
        await _service.TakeInAsync(article with
        {
            Content = article.Content with { Authors = ["A. Reed"], Image = "https://tidewater.example/1.jpg", Description = "After a year.", ModifiedAt = AnArticle.Noon.AddHours(3), Tags = ["bridge"], IsPaywalled = true },
            Analysis = article.Analysis with { Entities = [new Entity("Mara Lindqvist", "PER", []) { Id = "Q42" }, new Entity("Lindmoor", "LOC", []) { Id = "own-7" }] },
        });

        var data = await DataOfAsync("/article/a1");

        Assert.Equal(
            ("NewsArticle", "Bridge </script> reopens", "After a year.", "2026-11-20T14:00:00+02:00", "2026-11-20T15:00:00+00:00", "en", "City", false),
            ((string?)data["@type"], (string?)data["headline"], (string?)data["description"], (string?)data["datePublished"], (string?)data["dateModified"], (string?)data["inLanguage"], (string?)data["articleSection"], (bool)data["isAccessibleForFree"]!));
        Assert.Equal(
            ("http://localhost/article/a1", "https://tidewater-post.example/a1", "https://tidewater.example/1.jpg", "A. Reed", "TIDEWATER-POST"),
            ((string?)data["mainEntityOfPage"], (string?)data["isBasedOn"], (string?)data["image"], (string?)data["author"]![0]!["name"], (string?)data["publisher"]!["name"]));
        Assert.Equal("""[{"@type":"Person","name":"Mara Lindqvist","sameAs":"https://www.wikidata.org/entity/Q42"},{"@type":"Place","name":"Lindmoor"}]""", data["mentions"]!.ToJsonString());
    }

    [Fact]
    public async Task The_front_page_is_a_site_that_can_be_searched()
    {
        var data = await DataOfAsync("/");

        Assert.Equal(("WebSite", "http://localhost/search?q={words}"), ((string?)data["@type"], (string?)data["potentialAction"]!["target"]));
    }

    [Fact]
    public async Task A_page_names_its_own_address_and_those_in_other_languages()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));

        var plain = await _client.GetStringAsync("/article/a1?from=somewhere");
        var russian = await _client.GetStringAsync("/article/a1?lang=ru");

        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/article/a1\">", plain, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/article/a1?lang=ru\">", russian, StringComparison.Ordinal);
        Assert.Equal(
            ["en http://localhost/article/a1?lang=en", "ru http://localhost/article/a1?lang=ru", "uk http://localhost/article/a1?lang=uk", "x-default http://localhost/article/a1"],
            Alternate().Matches(russian).Select(match => $"{match.Groups["language"].Value} {match.Groups["address"].Value}").Order(StringComparer.Ordinal));
        Assert.Contains("<meta property=\"og:locale\" content=\"ru_RU\">", russian, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:type\" content=\"article\">", russian, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=bridge")]
    [InlineData("/article/nobody")]
    public async Task What_search_engines_should_leave_alone_names_no_address(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { new("text/html") } } };

        var html = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("noindex", html, StringComparison.Ordinal);
        Assert.DoesNotContain("canonical", html, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<JsonNode> DataOfAsync(string path) => JsonNode.Parse(Block().Match(await _client.GetStringAsync(path)).Groups["data"].Value)!;

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Block();

    [GeneratedRegex("hreflang=\"(?<language>[a-z-]+)\" href=\"(?<address>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Alternate();
}
