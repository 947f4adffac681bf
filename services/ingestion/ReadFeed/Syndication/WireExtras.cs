using System.Globalization;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>What the modules thr, slash, georss, geo, itunes and podcast say of an entry; what makes no sense counts as unsaid.</summary>
internal sealed record WireExtras(int? Comments, FeedPlace? Place, FeedRecording? Recording)
{
    public static WireExtras Read(FeedElement entry) => new(CommentsOf(entry), PlaceOf(entry), RecordingOf(entry));

    private static int? CommentsOf(FeedElement entry)
    {
        var replies = entry.Children.Where(child => child.Key == "link" && child.Attribute("rel") == "replies").Select(link => link.Attribute("thr:count"));
        return replies.Prepend(TextOf(entry, "slash:comments")).Prepend(TextOf(entry, "thr:total"))
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).FirstOrDefault(number => number is not null);
    }

    private static FeedPlace? PlaceOf(FeedElement entry)
    {
        var geo = entry.Child("geo:point") ?? entry;
        var name = TextOf(entry, "georss:featurename");
        var written = TextOf(entry, "georss:point") ?? entry.Child("georss:where")?.Child("gml:point")?.Child("gml:pos")?.Text() ?? $"{TextOf(geo, "geo:lat")} {TextOf(geo, "geo:long")}";
        return written.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var first, var second]
            && DegreesOf(first, 90) is { } latitude && DegreesOf(second, 180) is { } longitude
            ? new FeedPlace(latitude, longitude, name)
            : name is null ? null : new FeedPlace(null, null, name);
    }

    private static double? DegreesOf(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static FeedRecording? RecordingOf(FeedElement entry)
    {
        var carried = entry.Children
            .Concat(entry.Child("media:group")?.Children ?? [])
            .Where(child => child.Key is "enclosure" or "media:content" || (child.Key == "link" && child.Attribute("rel") == "enclosure"))
            .FirstOrDefault(child => IsRecording(child.Attribute("type")) && AddressOf(child) is not null);
        return carried is null
            ? null
            : new FeedRecording(
                AddressOf(carried)!, // looked at above
                carried.Attribute("type"),
                long.TryParse(carried.Attribute("length") ?? carried.Attribute("filesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null,
                RecordingTime.Parse(TextOf(entry, "itunes:duration") ?? carried.Attribute("duration")),
                entry.Children.Where(child => child.Key == "podcast:transcript").Select(AddressOf).FirstOrDefault(address => address is not null));
    }

    private static bool IsRecording(string? type) => type?.TrimStart() is { } known && (known.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || known.StartsWith("video/", StringComparison.OrdinalIgnoreCase));

    private static string? AddressOf(FeedElement element) =>
        FeedLink.Resolve(element.Attribute("url") ?? element.Attribute("href"), element.Base) is { } address && FeedLink.IsWeb(address) ? address : null;

    private static string? TextOf(FeedElement parent, string key) => parent.Child(key)?.Text().Trim() is { Length: > 0 } text ? text : null;
}
