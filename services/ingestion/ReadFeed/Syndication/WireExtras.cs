using System.Globalization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Reads what RSS, Atom and the modules thr, slash, wfw, georss, geo, itunes and podcast say of an entry beside its text; what makes no sense counts as unsaid.</summary>
internal static class WireExtras
{
    /// <summary>Null when it says nothing.</summary>
    public static ArticleExtras? Read(FeedElement entry) => ArticleExtras.Of(CommentsOf(entry), PlaceOf(entry), RecordingOf(entry));

    private static ArticleComments? CommentsOf(FeedElement entry)
    {
        var replies = entry.Children.Where(child => child.Key == "link" && child.Attribute("rel") == "replies").ToList();
        var counts = replies.Select(link => link.Attribute("thr:count")).Prepend(TextOf(entry, "slash:comments")).Prepend(TextOf(entry, "thr:total"));
        var count = counts.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).FirstOrDefault(number => number is not null);
        return ArticleExtras.CommentsOf(PageOf(entry, replies), count);
    }

    // The comments as people read them, not as a feed. Some write their number where the address belongs.
    private static string? PageOf(FeedElement entry, List<FeedElement> replies) =>
        entry.Children.Where(child => child.Key == "comments" && child.Text().Contains('/', StringComparison.Ordinal)).Select(child => FeedLink.Resolve(child.Text(), child.Base))
            .Concat(replies.Where(link => link.Attribute("type") is null or "text/html" or "application/xhtml+xml").Select(AddressOf))
            .FirstOrDefault(FeedLink.IsWeb);

    private static ArticlePlace? PlaceOf(FeedElement entry)
    {
        var geo = entry.Child("geo:point") ?? entry;
        var written = TextOf(entry, "georss:point") ?? entry.Child("georss:where")?.Child("gml:point")?.Child("gml:pos")?.Text() ?? $"{TextOf(geo, "geo:lat")} {TextOf(geo, "geo:long")}";
        var (latitude, longitude) = written.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var first, var second] ? (DegreesOf(first), DegreesOf(second)) : (null, null);
        return ArticleExtras.PlaceOf(TextOf(entry, "georss:featurename"), latitude, longitude);
    }

    private static double? DegreesOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static ArticleRecording? RecordingOf(FeedElement entry) => entry.Children
        .Concat(entry.Child("media:group")?.Children ?? [])
        .Where(child => child.Key is "enclosure" or "media:content" || (child.Key == "link" && child.Attribute("rel") == "enclosure"))
        .Select(carried => ArticleExtras.RecordingOf(
            AddressOf(carried),
            carried.Attribute("type"),
            long.TryParse(carried.Attribute("length") ?? carried.Attribute("filesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            RecordingTime.Parse(TextOf(entry, "itunes:duration") ?? carried.Attribute("duration")),
            entry.Children.Where(child => child.Key == "podcast:transcript").Select(AddressOf).FirstOrDefault(FeedLink.IsWeb)))
        .FirstOrDefault(recording => recording is not null);

    private static string? AddressOf(FeedElement element) => FeedLink.Resolve(element.Attribute("url") ?? element.Attribute("href"), element.Base);

    private static string? TextOf(FeedElement parent, string key) => parent.Child(key)?.Text().Trim() is { Length: > 0 } text ? text : null;
}
