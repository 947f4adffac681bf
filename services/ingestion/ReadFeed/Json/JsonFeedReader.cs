using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Dates;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.ReadFeed.Json;

/// <summary>Reads JSON Feed 1.0 and 1.1; values of a wrong type count as absent.</summary>
internal static class JsonFeedReader
{
    /// <summary>True when the first sign in the body opens a JSON object.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> skipped = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        var first = body[..Math.Min(body.Length, 1024)].IndexOfAnyExcept(skipped);
        return first >= 0 && body[first] == '{';
    }

    public static ParsedFeed Read(string text, Uri? baseUri, FeedLimits limits)
    {
        using var document = Parse(text, limits);
        var root = document.RootElement;
        if (!JsonValues.Has(root, "items", JsonValueKind.Array))
        {
            throw new UnreadableFeedException("The document is no JSON Feed: it has no list named \"items\".");
        }

        var site = FeedLink.Resolve(root.Text("home_page_url"), baseUri) ?? baseUri?.AbsoluteUri;
        var items = root.GetProperty("items");
        var ids = new UniqueIds();
        return new ParsedFeed
        {
            Format = FeedFormats.Json,
            Title = root.Text("title") is { } title ? HtmlText.Strip(title) : null,
            Link = site,
            Description = root.Text("description") is { } description ? HtmlText.Strip(description) : null,
            Language = root.Text("language"),
            Items = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(limits.MaxItems).Select(item => Item(item, root, baseUri, limits, ids))],
            Truncated = items.GetArrayLength() > limits.MaxItems,
            Hubs = [.. Hubs(root, baseUri)],
            Self = FeedLink.Resolve(root.Text("feed_url"), baseUri) is { } self && FeedLink.IsWeb(self) ? self : null,
        };
    }

    private static IEnumerable<string> Hubs(JsonElement root, Uri? baseUri) => !JsonValues.Has(root, "hubs", JsonValueKind.Array) ? [] : root.GetProperty("hubs").EnumerateArray()
        .Where(hub => hub.ValueKind == JsonValueKind.Object && string.Equals(hub.Text("type"), "WebSub", StringComparison.OrdinalIgnoreCase))
        .Select(hub => FeedLink.Resolve(hub.Text("url"), baseUri)).Where(FeedLink.IsWeb).OfType<string>();

    private static JsonDocument Parse(string text, FeedLimits limits)
    {
        try
        {
            return JsonDocument.Parse(LenientJson.Mended(text), new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException problem)
        {
            throw new UnreadableFeedException($"The document is no JSON Feed: line {problem.LineNumber + 1} is not valid JSON.", problem);
        }
    }

    private static FeedItem Item(JsonElement item, JsonElement feed, Uri? baseUri, FeedLimits limits, UniqueIds ids)
    {
        var link = FeedLink.Resolve(item.Text("url"), baseUri) ?? FeedLink.Resolve(item.Text("external_url"), baseUri);
        var html = item.Text("content_html") is { } markup ? Syndication.Markup.WithAbsoluteLinks(markup, baseUri) : null;
        var plain = item.Text("content_text");
        var title = HtmlText.Strip(item.Text("title") ?? "");
        var content = html ?? (plain is null ? null : Syndication.Markup.Escape(plain));
        return new FeedItem
        {
            Id = ids.Take(item.Scalar("id"), link, title, content),
            Link = FeedLink.IsWeb(link) ? link : null,
            Title = title,
            Summary = item.Text("summary") is { } summary ? HtmlText.Strip(summary) : null,
            ContentHtml = content is null || content.Length <= limits.MaxTextLength ? content : content[..limits.MaxTextLength],
            Authors = Authors(item) is { Count: > 0 } own ? own : Authors(feed),
            PublishedAt = Date(item, "date_published"),
            UpdatedAt = Date(item, "date_modified"),
            Categories = [.. item.Texts("tags").Select(HtmlText.Strip).Where(tag => tag.Length > 0).Distinct()],
            Image = new[] { item.Text("image"), item.Text("banner_image") }.Select(image => FeedLink.Resolve(image, baseUri)).FirstOrDefault(FeedLink.IsWeb),
            Language = item.Text("language"),
            Extras = ArticleExtras.Of(comments: null, place: null, RecordingOf(item, baseUri)),
        };
    }

    private static ArticleRecording? RecordingOf(JsonElement item, Uri? baseUri) => !JsonValues.Has(item, "attachments", JsonValueKind.Array) ? null : item.GetProperty("attachments").EnumerateArray()
        .Select(attached => ArticleExtras.RecordingOf(
            FeedLink.Resolve(attached.Text("url"), baseUri),
            attached.Text("mime_type"),
            long.TryParse(attached.Scalar("size_in_bytes"), out var bytes) ? bytes : null,
            RecordingTime.Parse(attached.Scalar("duration_in_seconds")),
            transcript: null))
        .FirstOrDefault(recording => recording is not null);

    private static List<string> Authors(JsonElement element)
    {
        var several = JsonValues.Has(element, "authors", JsonValueKind.Array) ? element.GetProperty("authors").EnumerateArray() : default(IEnumerable<JsonElement>);
        IEnumerable<JsonElement> one = JsonValues.Has(element, "author", JsonValueKind.Object) ? [element.GetProperty("author")] : [];
        return [.. (several ?? []).Concat(one).Select(author => author.Text("name")?.Trim()).OfType<string>().Where(name => name.Length > 0).Distinct()];
    }

    private static DateTimeOffset? Date(JsonElement item, string name) => NewsDates.TryParse(item.Text(name), out var date) ? date : null;
}
