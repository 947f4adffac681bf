using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle.Rules;

/// <summary>Every rule that comes with the service, on its stored page: <c>Publishers/name.json</c>, <c>Pages/name.html</c> and <c>Pages/name.expected.json</c>.</summary>
public sealed class ShippedRulesTests
{
    private static readonly string Folder = Repository.PathOf("services", "ingestion", "ExtractArticle", "Rules", "Publishers");

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_in_the_folder_ships() => Assert.Equal(Names().Select(row => row.Data), PublisherRules.Shipped.All.Select(rule => rule.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void Reads_its_stored_page_as_expected(string name)
    {
        var (html, expected) = PageOf(name);

        var article = ArticleExtractor.Extract(html, new Uri(expected.GetProperty("url").GetString()!));

        Assert.Equal((ExtractionMethods.PublisherRule, name, null), (article.Method, article.Rule, article.MissedRule));
        Assert.Equal(Texts(expected, "text"), article.Body.Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text));
        Assert.Equal((Text(expected, "title"), Text(expected, "subtitle"), Text(expected, "section")), (article.Title, article.Subtitle, article.Section));
        Assert.Equal(expected.GetProperty("published").GetDateTimeOffset(), article.PublishedAt);
        Assert.Equal(expected.GetProperty("published").GetDateTimeOffset().Offset, article.PublishedAt!.Value.Offset);
        Assert.True(article.PublishedFrom!.ZoneKnown);
        Assert.Equal(Texts(expected, "authors"), article.Authors);
        Assert.Equal(Texts(expected, "tags"), article.Tags);
        Assert.Equal(Texts(expected, "related"), article.Related.Select(link => link.Headline));
    }

    [Theory, MemberData(nameof(Names))]
    public void Gives_way_to_the_generic_reader_on_a_page_that_looks_otherwise(string name)
    {
        var (html, expected) = PageOf(name);
        var redone = html.Replace("class=\"", "class=\"v2-", StringComparison.Ordinal);

        var article = ArticleExtractor.Extract(redone, new Uri(expected.GetProperty("url").GetString()!));

        Assert.Equal((name, ExtractionMethods.Blocks), (article.MissedRule, article.Method));
        Assert.Contains(Texts(expected, "text")[0], article.Body.Select(block => block.Text));
    }

    private static (string Html, JsonElement Expected) PageOf(string name) =>
        (File.ReadAllText(Path.Combine(Folder, "Pages", name + ".html")), JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "Pages", name + ".expected.json"))));

    private static string? Text(JsonElement expected, string member) => expected.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static List<string> Texts(JsonElement expected, string member) =>
        expected.TryGetProperty(member, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];
}
