using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Tells the formats apart by their root element.</summary>
internal static class FeedVersion
{
    /// <summary>Null when the root belongs to no feed; empty text for a feed that does not say its version.</summary>
    public static string? Of(FeedElement root) => root.Key switch
    {
        "rss" => Rss(root),
        "rdf:rdf" or "?rdf:rdf" => Rdf(root),
        "feed" => Atom(root),
        "channel" => root.Children.Any(child => child.Key == "item") && root.Attribute("href") is not null ? "cdf" : root.Namespace.EndsWith("rss1.1#", StringComparison.Ordinal) ? "rss11" : "",
        "entry" => "atom10",
        _ => null,
    };

    private static string Rss(FeedElement root) => root.Attribute("version")?.Trim() switch
    {
        "0.90" => "rss090",
        "0.91" => "rss091u",
        "0.92" => "rss092",
        "0.93" => "rss093",
        "0.94" => "rss094",
        { } version when version.StartsWith("2.", StringComparison.Ordinal) => "rss20",
        _ => "rss",
    };

    private static string Rdf(FeedElement root)
    {
        var channel = root.Children.FirstOrDefault(child => child.Key is "channel" or "item");
        return channel?.Namespace.Contains("0.9/", StringComparison.Ordinal) == true ? "rss090" : "rss10";
    }

    private static string Atom(FeedElement root) => root.Attribute("version")?.Trim() switch
    {
        "0.1" => "atom01",
        "0.2" => "atom02",
        "0.3" => "atom03",
        _ => root.Namespace.Contains("purl.org/atom/", StringComparison.OrdinalIgnoreCase) ? "atom03" : "atom10",
    };
}
