using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Links of RSS (text) and Atom (attributes), and enclosures.</summary>
internal static class WireLinks
{
    public static WireLink Read(FeedElement element)
    {
        var href = element.Attribute("href");
        var isAtom = href is not null;
        return new WireLink(
            Relation(element.Attribute("rel")),
            FeedLink.Resolve(href ?? element.Text(), element.Base) ?? (href ?? element.Text()).Trim(),
            element.Attribute("type") ?? (isAtom ? null : "text/html"),
            element.Attribute("title"),
            element.Attribute("hreflang"),
            element.Attribute("length"));
    }

    public static WireLink Enclosure(FeedElement element) => new(
        "enclosure",
        FeedLink.Resolve(element.Attribute("url") ?? element.Attribute("href"), element.Base),
        element.Attribute("type"),
        element.Attribute("title"),
        Language: null,
        element.Attribute("length"));

    private static string Relation(string? rel)
    {
        const string Registry = "http://www.iana.org/assignments/relation/";
        return string.IsNullOrWhiteSpace(rel) ? "alternate"
            : rel.StartsWith(Registry, StringComparison.OrdinalIgnoreCase) ? rel[Registry.Length..]
            : rel.Trim();
    }
}
