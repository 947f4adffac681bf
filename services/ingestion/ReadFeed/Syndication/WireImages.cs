using System.Globalization;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Pictures: RSS image, iTunes image, Media RSS.</summary>
internal static class WireImages
{
    public static WireImage Read(FeedElement element)
    {
        var address = element.Attribute("href") ?? element.Child("url")?.Text() ?? element.Attributes.FirstOrDefault(a => a.Key == "rdf:resource")?.Value;
        return new WireImage(
            FeedLink.Resolve(address, element.Base),
            element.Child("title")?.Text().Trim(),
            FeedLink.Resolve(element.Child("link")?.Text(), element.Base),
            Number(element.Child("width")?.Text()),
            Number(element.Child("height")?.Text()));
    }

    /// <summary>The media of an element and those in it.</summary>
    public static IEnumerable<WireMedia> Media(FeedElement element)
    {
        var inner = element.Children.Where(child => child.Key.Contains("media:", StringComparison.Ordinal)).SelectMany(Media);
        return FeedLink.Resolve(element.Attribute("url"), element.Base) is { } address
            ? inner.Prepend(new WireMedia(
                address,
                element.Attribute("type") ?? (element.Attribute("medium") is { } medium ? medium + "/*" : null),
                Number(element.Attribute("width")) ?? 0,
                element.Key.EndsWith(":thumbnail", StringComparison.Ordinal)))
            : inner;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
