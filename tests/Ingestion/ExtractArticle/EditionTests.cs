using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>Every page of the sample edition against what its edition.json says of it.</summary>
public sealed class EditionTests
{
    private static JsonElement Expected(string url) => Articles().Single(article => article.GetProperty("url").GetString() == url);

    private static readonly string Folder = FindFolder();

    public static TheoryData<string> Pages() =>
        [.. Articles().Select(article => article.GetProperty("url").GetString()!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Reads_the_page_as_it_was_written(string url)
    {
        var expected = Expected(url);

        var article = ArticleExtractor.Extract(ReadPage(url), new Uri(url));

        var text = article.Body.Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text).ToList();
        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(expected.GetProperty("section").GetString(), article.Section);
        Assert.Equal(expected.GetProperty("authors").EnumerateArray().Select(author => author.GetString()), article.Authors);
        Assert.Equal(expected.GetProperty("language").GetString(), article.LanguageHint);
        Assert.StartsWith(expected.GetProperty("firstWords").GetString()!, text[0], StringComparison.Ordinal);
        Assert.EndsWith(expected.GetProperty("lastWords").GetString()!, text[^1], StringComparison.Ordinal);
        Assert.Equal(expected.GetProperty("paragraphs").GetInt32(), text.Count);
        AssertDate(expected, article.PublishedAt);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Keeps_the_articles_that_the_page_points_to_apart_from_its_body(string url)
    {
        var article = ArticleExtractor.Extract(ReadPage(url), new Uri(url));

        var known = Articles().Select(other => other.GetProperty("url").GetString()).ToHashSet();
        Assert.Equal(Expected(url).GetProperty("related").GetInt32(), article.Related.Count);
        Assert.All(article.Related, entry => Assert.Contains(entry.Url, known));
        Assert.DoesNotContain(url, article.Related.Select(entry => entry.Url));
        Assert.DoesNotContain(article.Body, block => article.Related.Any(entry => block.Text.Contains(entry.Headline, StringComparison.Ordinal)));
    }

    // A page that prints its date in words gives no zone: the clock on the wall is all there is.
    private static void AssertDate(JsonElement expected, DateTimeOffset? actual)
    {
        var date = expected.GetProperty("publishedAt").GetDateTimeOffset();
        if (expected.GetProperty("zoneOnPage").GetBoolean())
            Assert.Equal(date, actual);
        else
            Assert.Equal(date.DateTime, actual?.DateTime);
    }

    private static IEnumerable<JsonElement> Articles() =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "edition.json"))).GetProperty("articles").EnumerateArray();

    private static string ReadPage(string url)
    {
        var uri = new Uri(url);
        return File.ReadAllText(Path.Combine(Folder, uri.Host.Split('.')[0], uri.AbsolutePath.TrimStart('/')));
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var edition = Path.Combine(folder.FullName, "deploy", "samples", "edition");
            if (Directory.Exists(edition))
                return edition;
        }

        throw new DirectoryNotFoundException("deploy/samples/edition is not above " + AppContext.BaseDirectory);
    }
}
