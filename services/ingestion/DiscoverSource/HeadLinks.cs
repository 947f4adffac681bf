using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>The feeds that a page names: in its head, and by links to what looks like a feed.</summary>
internal static class HeadLinks
{
    private static readonly HashSet<string> FeedTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x-rss+xml", "text/rss+xml",
    };

    private static readonly string[] OfComments = ["comment", "коммент", "комент"];

    /// <summary>Absolute addresses, the likeliest first.</summary>
    public static IReadOnlyList<Uri> Find(IHtmlDocument document, Uri page)
    {
        var from = FeedLink.Resolve(document.QuerySelector("base[href]")?.GetAttribute("href"), page) is { } address && FeedLink.IsWeb(address) ? new Uri(address) : page;
        var declared = document.QuerySelectorAll("link[href][type]")
            .Where(link => (link.GetAttribute("rel") ?? string.Empty).Contains("alternate", StringComparison.OrdinalIgnoreCase) && FeedTypes.Contains(link.GetAttribute("type")!.Split(';')[0].Trim()));
        var linked = document.QuerySelectorAll("a[href]").Where(LooksLikeFeed);
        return [.. declared.Concat(linked).OrderBy(IsOfComments).Select(link => FeedLink.Resolve(link.GetAttribute("href"), from)).Where(FeedLink.IsWeb).Select(found => new Uri(found!)).Distinct()];
    }

    private static bool IsOfComments(IElement link) =>
        OfComments.Any(word => $"{link.GetAttribute("title")} {link.GetAttribute("href")}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeFeed(IElement link)
    {
        var path = link.GetAttribute("href")!.Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        return path.EndsWith(".rss", StringComparison.Ordinal) || path.EndsWith("/rss", StringComparison.Ordinal) || path.EndsWith("/feed", StringComparison.Ordinal)
            || path.EndsWith("rss.xml", StringComparison.Ordinal) || path.EndsWith("feed.xml", StringComparison.Ordinal) || path.EndsWith("atom.xml", StringComparison.Ordinal);
    }
}
