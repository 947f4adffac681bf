using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.QualityBench;

/// <summary>Reads articles out of pages: body, title, date and authors in one line, for both scorers.</summary>
internal sealed class PageTask(ScorerCall scorer) : QualityTask
{
    private const string Ending = ".html.gz";

    public override string Unit => "pages";

    public override string Needs => "a folder html with pages named *.html.gz";

    public override ScorerCall Scorer => scorer;

    public override bool Fits(DataSet set) => set.Has("html") && set.Has(scorer.Gold);

    public override IEnumerable<QualityItem> Items(DataSet set)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(set.PathOf(scorer.Gold)));
        foreach (var path in Directory.GetFiles(set.PathOf("html"), "*" + Ending).Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileName(path)[..^Ending.Length];
            var address = gold.RootElement.TryGetProperty(id, out var page) && page.TryGetProperty("url", out var url) ? url.GetString() : null;
            yield return new Page(id, Inflate(path), Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null);
        }
    }

    public override JsonObject Predict(QualityItem item)
    {
        var page = (Page)item;
        try
        {
            return Line(ArticleExtractor.Extract(page.Html, page.Address));
        }
        catch (UnreadableArticleException unreadable)
        {
            return new JsonObject { ["text"] = string.Empty, ["error"] = unreadable.Message };
        }
    }

    // The text that the platform itself reads, quotes and counts offsets in.
    private static JsonObject Line(ExtractedArticle article) => new()
    {
        ["text"] = new ArticleContent { Source = new ArticleSource("set", "set"), Title = article.Title, FirstSeenAt = DateTimeOffset.UnixEpoch, Body = article.Body }.Text(),
        ["title"] = article.Title,
        ["authors"] = new JsonArray([.. article.Authors.Select(name => (JsonNode)name)]),
        ["date"] = article.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["language"] = article.LanguageHint,
        ["method"] = article.Method,
        ["confidence"] = article.Confidence,
    };

    private static string Inflate(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record Page(string Id, string Html, Uri? Address) : QualityItem(Id);
}
