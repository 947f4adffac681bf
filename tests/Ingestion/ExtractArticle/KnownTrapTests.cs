using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>Pages of our own, each with one thing in it that Russian and Ukrainian sites do to readers of pages, against Pages/expected.json.</summary>
public sealed class KnownTrapTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ExtractArticle", "Pages");

    private static readonly JsonElement Expected = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));

    public static TheoryData<string> Pages() => [.. Expected.EnumerateObject().Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Reads_the_article_and_nothing_else(string page)
    {
        var expected = Expected.GetProperty(page);

        var article = ArticleExtractor.Extract(File.ReadAllText(Path.Combine(Folder, page + ".html")), new Uri(expected.GetProperty("url").GetString()!));

        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(
            expected.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()),
            article.Body.Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text));
        if (expected.TryGetProperty("published", out var published))
            Assert.Equal(published.ValueKind == JsonValueKind.Null ? null : published.GetDateTime(), article.PublishedAt?.DateTime);
    }
}
