using System.Text;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>An article pushed as JSON: the article, and the source that the pusher names.</summary>
/// <param name="Article">What the members say.</param>
/// <param name="Url">The member url, absolute; null when absent.</param>
/// <param name="SourceId">The member source.id; null when absent.</param>
/// <param name="SourceName">The member source.name; null when absent.</param>
public sealed record PushedArticle(ExtractedArticle Article, string? Url, string? SourceId, string? SourceName);

/// <summary>
/// Reads <c>{"url","title","subtitle","correction","text"|"html"|"body":[blocks],"description","section","tags":[],"paywalled","authors":[],"publishedAt","image","language","source":{"id","name"}}</c>;
/// other members are ignored, members of the wrong type are refused by name.
/// </summary>
public static class JsonArticleReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <exception cref="UnreadableArticleException">No JSON object, too large, a member of the wrong type, or no title or body.</exception>
    public static PushedArticle Read(ReadOnlyMemory<byte> json, PageReading? page = null)
    {
        if (json.Length > ExtractionLimits.MaxBytes)
            throw new UnreadableArticleException($"The JSON is larger than {ExtractionLimits.MaxBytes / (1024 * 1024)} MiB.");

        using var document = Parse(json);
        var members = new JsonMembers(document.RootElement, string.Empty);
        var url = members.Address("url");
        var body = ReadBody(members, url, page);
        var article = Override(body, members);
        if (article.Title.Length == 0)
            throw new UnreadableArticleException("The member \"title\" is missing: an article needs a headline.");

        var source = members.Object("source");
        return new PushedArticle(article, url, source?.Text("id", ExtractionLimits.MaxTitleLength), source?.Text("name", ExtractionLimits.MaxTitleLength));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(LenientJson.Mended(Encoding.UTF8.GetString(json.Span)), Options);
        }
        catch (JsonException error)
        {
            throw new UnreadableArticleException($"The body is no valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).", error);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;

        document.Dispose();
        throw new UnreadableArticleException("The JSON must be one object with the members of an article.");
    }

    private static ExtractedArticle ReadBody(JsonMembers members, string? url, PageReading? page)
    {
        var title = members.Text("title", ExtractionLimits.MaxTitleLength) ?? string.Empty;
        if (members.Raw("html") is { } html)
            return ArticleExtractor.Extract(WithTitle(html, title), url is null ? null : new Uri(url), page);

        var blocks = members.Array("body") is { } body ? JsonBlocks.Read(body)
            : members.Raw("text") is { } text ? WholeBody.Blocks(PlainTextArticleReader.Paragraphs(Lines(text)).Select(JsonBlocks.Paragraph))
            : throw new UnreadableArticleException("The article has no body: give one of the members \"text\", \"html\" or \"body\".");
        return blocks.Any(block => block.Text.Any(char.IsLetterOrDigit))
            ? new ExtractedArticle { Title = title, Body = blocks, Method = ExtractionMethods.Json, Confidence = 1 }
            : throw new UnreadableArticleException("The article's body has no text.");
    }

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(PageText.Normalize);

    // A pushed fragment of HTML has no title element of its own.
    private static string WithTitle(string html, string title) =>
        title.Length == 0 ? html : $"<title>{System.Net.WebUtility.HtmlEncode(title)}</title>{html}";

    // What the pusher says goes before what the page says.
    private static ExtractedArticle Override(ExtractedArticle article, JsonMembers members) => article with
    {
        Title = members.Text("title", ExtractionLimits.MaxTitleLength) ?? article.Title,
        Subtitle = members.Text("subtitle", ExtractionLimits.MaxTitleLength) ?? article.Subtitle,
        Correction = members.Text("correction", ExtractionLimits.MaxDescriptionLength) ?? article.Correction,
        Description = members.Text("description", ExtractionLimits.MaxDescriptionLength) ?? article.Description,
        Section = members.Text("section", ExtractionLimits.MaxTitleLength) ?? article.Section,
        Tags = members.Texts("tags", ExtractionLimits.MaxTags) is { } tags ? [.. tags.Select(tag => PageText.Cut(tag, ExtractionLimits.MaxTagLength))] : article.Tags,
        IsPaywalled = members.Flag("paywalled") ?? article.IsPaywalled,
        Authors = members.Texts("authors", ExtractionLimits.MaxAuthors) ?? article.Authors,
        PublishedAt = Date(members)?.At ?? article.PublishedAt,
        PublishedFrom = Date(members)?.From ?? article.PublishedFrom,
        Image = members.Address("image") ?? article.Image,
        LanguageHint = members.Text("language", 20)?.Split('-', '_')[0].ToLowerInvariant() ?? article.LanguageHint,
        CanonicalUrl = members.Address("url") ?? article.CanonicalUrl,
        Fields = FieldsOf(article, members),
    };

    private static Dictionary<string, string> FieldsOf(ExtractedArticle article, JsonMembers members)
    {
        var fields = new Dictionary<string, string>(article.Fields, StringComparer.Ordinal);
        foreach (var field in new[] { DeclaredFields.Title, DeclaredFields.Subtitle, DeclaredFields.Authors, DeclaredFields.Section }.Where(members.Has))
            fields[field] = FieldOrigins.Push;
        return fields;
    }

    private static FoundDate? Date(JsonMembers members) =>
        members.Text("publishedAt", ExtractionLimits.MaxTitleLength) is not { } text ? null
        : FoundDate.Of(text, DateSources.Push) is { } date ? date
        : NewsDates.TryParse(text, out var early) ? new FoundDate(early, new DateProvenance(DateSources.Push, DatePrecisions.Day, ZoneKnown: false))
        : throw new UnreadableArticleException("The member \"publishedAt\" must be a date and time, such as 2025-03-14T09:30:00+02:00.");
}
