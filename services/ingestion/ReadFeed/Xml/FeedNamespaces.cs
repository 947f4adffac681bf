using System.Collections.Frozen;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>The namespaces that feeds use, under one short name each; empty for those of RSS, Atom and CDF themselves.</summary>
internal static class FeedNamespaces
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://www.w3.org/2005/Atom"] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss191"] = "",
        ["http://backend.userland.com/rss2.1"] = "",
        ["http://purl.org/echo/"] = "",
        ["uri/of/echo/namespace#"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://www.rssboard.org/rss-specification"] = "",
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["http://www.google.com/schemas/sitemap/0.84"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://purl.org/rss/1.0/modules/slash/"] = "slash",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://video.search.yahoo.com/mrss"] = "media",
        ["http://www.rssboard.org/media-rss"] = "media",
        ["http://www.itunes.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        ["http://example.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        ["http://www.georss.org/georss"] = "georss",
        ["http://www.opengis.net/gml"] = "gml",
        ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo",
        ["http://wellformedweb.org/CommentAPI/"] = "wfw",
        ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://podlove.org/simple-chapters"] = "psc",
        ["https://podcastindex.org/namespace/1.0"] = "podcast",
        ["https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"] = "podcast",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"] = "creativecommons",
        ["http://backend.userland.com/creativeCommonsRssModule"] = "creativecommons",
        ["http://creativecommons.org/ns#"] = "cc",
        ["http://web.resource.org/cc/"] = "cc",
        ["http://news.yandex.ru"] = "yandex",
        ["http://turbo.yandex.ru"] = "turbo",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["http://www.google.com/schemas/sitemap-image/1.1"] = "image",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/xlink"] = "xlink",
        ["http://www.w3.org/2000/svg"] = "svg",
        [Xml] = "xml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> KnownPrefixes = ShortNames.Values.Where(name => name.Length > 0).ToFrozenSet();

    /// <summary>The key of a name: the namespace decides; a prefix that nobody declared counts as what it is usually used for.</summary>
    public static string KeyOf(string? uri, string prefix, string local)
    {
        var name = local.ToLowerInvariant();
        if (uri is not null && ShortNames.TryGetValue(uri.Trim(), out var known))
        {
            return known.Length == 0 ? name : $"{known}:{name}";
        }

        var usual = prefix.ToLowerInvariant();
        return uri is null && usual is "atom" or "rss" ? name
            : uri is null && KnownPrefixes.Contains(usual) ? $"{usual}:{name}"
            : $"?{usual}:{name}";
    }
}
