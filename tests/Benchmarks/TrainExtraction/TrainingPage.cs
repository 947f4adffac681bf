using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>A page whose blocks are known to belong to the article or not.</summary>
internal sealed record TrainingPage(string Set, string Id, string Site, string Gold, IElement Root, PageAddress Address, PageBlocks Page, PageMetadata Metadata, bool[] Labels, float[] Weights)
{
    private const string Ending = ".html.gz";

    public static IEnumerable<TrainingPage> ReadAll(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "html"), "*" + Ending).Order(StringComparer.Ordinal))
        {
            if (truth.RootElement.TryGetProperty(Path.GetFileName(path)[..^Ending.Length], out var gold) && gold.GetProperty("articleBody").GetString() is { Length: > 0 } body)
                yield return Read((Path.GetFileName(folder.TrimEnd('/')), Path.GetFileName(path)[..^Ending.Length]), Inflate(path), gold.GetProperty("url").GetString(), body);
        }
    }

    public TrainingRows Rows(float[] values, int width) => new(values, width, Labels, Weights);

    /// <summary>The part of the pages that this one is tried with; one site's pages are in one part. Another parting shuffles the sites anew.</summary>
    public int Fold(int folds, int parting = 0)
    {
        var hash = Site.Aggregate(17u, (sum, letter) => (sum * 31) + letter); // string.GetHashCode differs from run to run
        return (int)((parting == 0 ? hash : ((hash ^ (uint)parting) * 2_654_435_761u) >> 9) % (uint)folds);
    }

    private static TrainingPage Read((string Set, string Id) name, string html, string? url, string gold)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(html);
        var uri = Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed : null;
        var address = new PageAddress(document, uri);
        var metadata = MetadataReader.Read(document, address);
        var page = PageBlocks.Read(document.Body!, address, metadata, keepHidden: false);
        var (labels, weights) = BlockLabels.Of(page.Blocks, gold);
        return new TrainingPage(name.Set, name.Id, SiteOf(uri), gold, document.Body!, address, page, metadata, labels, weights);
    }

    // The last two parts of the host, or three where the last two are a registry's: one publisher's pages stay together.
    private static string SiteOf(Uri? uri)
    {
        var parts = (uri?.Host ?? string.Empty).Split('.');
        var take = parts.Length > 2 && parts[^2].Length <= 3 ? 3 : 2;
        return string.Join('.', parts[^Math.Min(take, parts.Length)..]);
    }

    private static string Inflate(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
