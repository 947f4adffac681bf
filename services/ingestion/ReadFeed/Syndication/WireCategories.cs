using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Categories, subjects and keywords.</summary>
internal static class WireCategories
{
    public static IEnumerable<WireCategory> Read(FeedElement element)
    {
        var text = element.Text().Trim();
        if (element.Key is "itunes:keywords" or "media:keywords" or "keywords" or "tags")
        {
            return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => new WireCategory(word, Scheme: null, Label: null));
        }

        var isItunes = element.Key == "itunes:category";
        var term = element.Attribute("term") ?? (isItunes ? element.Attribute("text") : text);
        var scheme = element.Attribute("scheme") ?? element.Attribute("domain") ?? (isItunes ? "http://www.itunes.com/" : null);
        IEnumerable<WireCategory> own = string.IsNullOrWhiteSpace(term) ? [] : [new WireCategory(term.Trim(), scheme, element.Attribute("label"))];
        return own.Concat(element.Children.Where(child => child.Key == element.Key).SelectMany(Read));
    }
}
