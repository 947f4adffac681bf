using NewsPlatform.Ingestion.ReadFeed.Xml;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>What every body must hold to before it is read, and the sentence for one that is something else.</summary>
internal static class BodyRules
{
    public static void Check(byte[] body, FeedLimits limits)
    {
        if (body.Length > limits.MaxBytes)
        {
            throw new UnreadableFeedException($"The document is refused: it has {body.Length} bytes, more than the {limits.MaxBytes} allowed.") { Limit = IngestionLimit.FeedBytes };
        }

        if (body.Length == 0)
        {
            throw new UnreadableFeedException("The document is empty.");
        }
    }

    public static string NoFeed(FeedElement root) => root.Key switch
    {
        "html" or "xhtml:html" => "The document is an HTML page, not a feed: give the feed's own address, or add the page as a listing.",
        "urlset" or "sitemapindex" => "The document is a sitemap, not a feed: add it as a source of the kind sitemap.",
        _ => $"The document is no feed: its root element is \"{root.Name[..Math.Min(root.Name.Length, 60)]}\".",
    };
}
