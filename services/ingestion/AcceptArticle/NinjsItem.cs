using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// An item of IPTC's ninjs (1.x, 2.x and 3.x) as agencies send it, brought into the members of our own push: the plural members of the newer versions
/// and the singular ones of the older mean the same, and so do those of 3.x, which capitalises within names (<c>embargoedUntil</c>). Members of another
/// type than the standard's are passed over.
/// </summary>
internal static class NinjsItem
{
    private static readonly string[] Marks = ["headline", "headlines", "versioncreated", "pubstatus", "standard"];
    private static readonly string[] OwnBodies = ["text", "html", "body"];
    private static readonly string[] PointMembers = ["geojson", "geometry_geojson"];

    /// <summary>The media types that say it; plain JSON is looked at.</summary>
    public static bool IsMediaType(string mediaType) => mediaType is "application/ninjs+json" or "application/vnd.iptc.ninjs+json" or "application/vnd.iptc.g2.newsitem+json";

    /// <summary>True for JSON that is an item of ninjs and no push of our own.</summary>
    public static bool Is(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && Has(item, "uri", out _)
        && !Array.Exists(OwnBodies, name => item.TryGetProperty(name, out _))
        && Array.Exists(Marks, name => Has(item, name, out _));

    /// <summary>The item as a push of our own.</summary>
    /// <exception cref="UnreadableArticleException">The item is no text that may be shown.</exception>
    public static byte[] ToPush(JsonElement item)
    {
        ThrowIfNotUsable(item);
        var (html, text) = BodyOf(item);
        var push = new JsonObject
        {
            ["id"] = Text(item, "uri"),
            ["url"] = AddressOf(item),
            ["title"] = Text(item, "headline") ?? Value(item, "headlines", "main") ?? Text(item, "title"),
            ["description"] = Text(item, "description_text") ?? Value(item, "descriptions", "summary"),
            ["section"] = Name(item, "subject") ?? Name(item, "subjects"),
            ["tags"] = new JsonArray([.. Keywords(item).Select(keyword => JsonValue.Create(keyword))]),
            ["authors"] = new JsonArray([.. Authors(item).Select(author => JsonValue.Create(author))]),
            ["publishedAt"] = Text(item, "contentcreated") ?? Text(item, "firstcreated") ?? Text(item, "versioncreated"),
            ["language"] = Text(item, "language"),
            ["embargoedUntil"] = Text(item, "embargoed") ?? Text(item, "embargoeduntil"),
            ["image"] = ImageOf(item),
            ["place"] = PlaceOf(item),
            ["recording"] = RecordingOf(item),
            [html is null ? "text" : "html"] = html ?? text ?? throw new UnreadableArticleException("The ninjs item has no body: give body_html or body_text, or bodies with a value."),
        };
        if ((Text(item, "provider") ?? Text(item, "source") ?? Name(item, "infosources") ?? Text(item, "infosource")) is { } source)
            push["source"] = new JsonObject { ["name"] = source };

        foreach (var absent in push.Where(member => member.Value is null).Select(member => member.Key).ToList())
            push.Remove(absent);

        return JsonSerializer.SerializeToUtf8Bytes(push);
    }

    /// <summary>When this version of the item was made.</summary>
    public static DateTimeOffset? VersionTime(JsonElement item) =>
        DateTimeOffset.TryParse(Text(item, "versioncreated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static void ThrowIfNotUsable(JsonElement item)
    {
        if (Text(item, "pubstatus")?.ToLowerInvariant() is { } status and not "usable")
            throw new UnreadableArticleException($"The ninjs item's pubstatus is '{status}': only usable items are taken; DELETE /api/v1/articles/{{id}} takes an article back.");

        if (Text(item, "type")?.ToLowerInvariant() is { } type and not ("text" or "composite"))
            throw new UnreadableArticleException($"The ninjs item's type is '{type}': only text and composite hold an article.");
    }

    private static (string? Html, string? Text) BodyOf(JsonElement item)
    {
        var bodies = Objects(item, "bodies").ToList();
        var html = Text(item, "body_html") ?? Text(item, "body_xhtml") ?? bodies.Where(IsHtml).Select(body => Text(body, "value")).FirstOrDefault(value => value is not null);
        return (html, Text(item, "body_text") ?? bodies.Where(body => !IsHtml(body)).Select(body => Text(body, "value")).FirstOrDefault(value => value is not null));
    }

    private static bool IsHtml(JsonElement body) => (Text(body, "contenttype") ?? Text(body, "contentType"))?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    // The address for readers; an item's uri names it, and rarely shows it.
    private static string? AddressOf(JsonElement item) =>
        new[] { Text(item, "url"), Text(item, "canonical"), Objects(item, "links").Where(link => Text(link, "rel") is "canonical" or "alternate").Select(link => Text(link, "href")).FirstOrDefault() }
            .FirstOrDefault(FeedLink.IsWeb);

    private static IEnumerable<string> Authors(JsonElement item)
    {
        var lines = Objects(item, "authors").Concat(Objects(item, "bylines")).Select(one => Text(one, "name") ?? Text(one, "byline") ?? Text(one, "value")).OfType<string>().ToList();
        return lines.Count > 0 ? lines.Distinct(StringComparer.Ordinal)
            : (Text(item, "byline") ?? Text(item, "by")) is { } byline ? [byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].Trim() : byline]
            : [];
    }

    private static IEnumerable<string> Keywords(JsonElement item) =>
        Has(item, "keywords", out var keywords) && keywords.ValueKind == JsonValueKind.Array
            ? keywords.EnumerateArray().Where(keyword => keyword.ValueKind == JsonValueKind.String).Select(keyword => LenientJson.StringOf(keyword)).OfType<string>()
            : [];

    private static string? ImageOf(JsonElement item) => Associated(item, "picture").SelectMany(Renditions)
        .OrderByDescending(rendition => Number(rendition, "width") ?? 0)
        .Select(rendition => Text(rendition, "href"))
        .FirstOrDefault(FeedLink.IsWeb);

    private static JsonObject? RecordingOf(JsonElement item) => Associated(item, "audio").Concat(Associated(item, "video")).SelectMany(Renditions)
        .Where(rendition => FeedLink.IsWeb(Text(rendition, "href")) && ArticleExtras.IsRecording(MediaTypeOf(rendition)))
        .Select(rendition => new JsonObject { ["url"] = Text(rendition, "href"), ["type"] = MediaTypeOf(rendition), ["bytes"] = Number(rendition, "sizeinbytes"), ["durationSeconds"] = DurationOf(rendition) })
        .FirstOrDefault();

    private static string? MediaTypeOf(JsonElement rendition) => Text(rendition, "contenttype") ?? Text(rendition, "mimetype");

    private static double? DurationOf(JsonElement rendition) => Number(rendition, "duration") is > 0 and <= RecordingTime.MostSeconds and var seconds ? seconds : null;

    // The first place; its point where it has one (GeoJSON: longitude before latitude).
    private static JsonObject? PlaceOf(JsonElement item)
    {
        var place = Objects(item, "places").Concat(Objects(item, "place")).FirstOrDefault();
        if (place.ValueKind == JsonValueKind.Undefined)
            return null;

        var point = PointMembers.Select(name => Has(place, name, out var geometry) ? geometry : default)
            .FirstOrDefault(geometry => geometry.ValueKind == JsonValueKind.Object && Text(geometry, "type") == "Point");
        var degrees = point.ValueKind == JsonValueKind.Object && point.TryGetProperty("coordinates", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : (double?)null).ToList() : [];
        return ArticleExtras.PlaceOf(Text(place, "name"), degrees.ElementAtOrDefault(1), degrees.ElementAtOrDefault(0)) is { } read
            ? new JsonObject { ["name"] = read.Name, ["latitude"] = read.Latitude, ["longitude"] = read.Longitude } : null;
    }

    private static IEnumerable<JsonElement> Associated(JsonElement item, string type)
    {
        var associations = Has(item, "associations", out var all)
            ? all.ValueKind == JsonValueKind.Object ? all.EnumerateObject().Select(one => one.Value) : all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : Enumerable.Empty<JsonElement>()
            : [];
        return associations.Where(one => one.ValueKind == JsonValueKind.Object && Text(one, "type") == type);
    }

    private static IEnumerable<JsonElement> Renditions(JsonElement picture) =>
        Has(picture, "renditions", out var all) && all.ValueKind == JsonValueKind.Object
            ? all.EnumerateObject().Select(one => one.Value).Where(one => one.ValueKind == JsonValueKind.Object)
            : Objects(picture, "renditions");

    // Of a list of texts with roles the one of the role, else the first.
    private static string? Value(JsonElement item, string list, string role)
    {
        var values = Objects(item, list).ToList();
        return values.Where(value => Text(value, "role") == role).Concat(values).Select(value => Text(value, "value")).FirstOrDefault(text => text is not null);
    }

    private static string? Name(JsonElement item, string list) => Objects(item, list).Select(one => Text(one, "name")).FirstOrDefault(name => name is not null);

    private static IEnumerable<JsonElement> Objects(JsonElement item, string list) =>
        Has(item, list, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object) : [];

    private static bool Has(JsonElement item, string name, out JsonElement value)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static double? Number(JsonElement item, string member) =>
        Has(item, member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and < 9e15 ? number : null;

    private static string? Text(JsonElement item, string member) =>
        Has(item, member, out var value) && value.ValueKind == JsonValueKind.String && LenientJson.StringOf(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
