using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What the page's head, JSON-LD and microdata say about the article.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }

    /// <summary>What the page declares to have put right; null when nothing.</summary>
    public string? Correction { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public bool IsPaywalled { get; init; }
    public string? Description { get; init; }
    public string? Section { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where the published time was found; null when it was not.</summary>
    public DateProvenance? PublishedFrom { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }
    public string? Image { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Language { get; init; }
    public string? SiteName { get; init; }

    /// <summary>The JSON-LD articleBody as paragraphs; empty when the page has none.</summary>
    public IReadOnlyList<string> DeclaredBody { get; init; } = [];

    /// <summary>The origin of each field that was found, one of <see cref="FieldOrigins"/>.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the page calls itself an article in JSON-LD or OpenGraph.</summary>
    public bool IsDeclaredArticle { get; init; }
}

/// <summary>Reads <see cref="PageMetadata"/> from the document, before its body is touched.</summary>
internal static class MetadataReader
{
    public static PageMetadata Read(IDocument document, PageAddress address, PageReading? reading = null)
    {
        var page = new PageIndex(document);
        var jsonLd = JsonLd.Read(page);
        var meta = new MetaTags(page);
        var site = SiteName(page, jsonLd, meta);
        var title = TitleReader.Read(page, jsonLd, meta, site);
        var subtitle = DeclarationReader.Subtitle(page, jsonLd, title);
        var section = SectionReader.Read(page, jsonLd, meta, site);
        var authors = BylineReader.Read(page, jsonLd, meta, site);
        var modified = DateReader.Modified(page, jsonLd, meta);
        var published = DateReader.Published(page, jsonLd, meta, address, modified, reading?.LocalReadAt)?.InZone(reading?.Zone);
        return new PageMetadata
        {
            Title = title,
            Subtitle = subtitle,
            Correction = DeclarationReader.Correction(jsonLd),
            Tags = DeclarationReader.Tags(jsonLd, meta),
            IsPaywalled = DeclarationReader.IsPaywalled(jsonLd, meta),
            Description = PageText.PlainOf(meta.First("og:description", "description", "twitter:description") ?? jsonLd.Text("description"), ExtractionLimits.MaxDescriptionLength),
            Section = section,
            Authors = authors,
            PublishedAt = published?.At,
            PublishedFrom = published?.From,
            ModifiedAt = modified?.At,
            Image = address.Absolute(meta.First("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? jsonLd.Address("image") ?? page.Link("image_src")),
            CanonicalUrl = address.Absolute(page.Link("canonical") ?? meta.First("og:url") ?? jsonLd.Address("url")),
            Language = Language(document, jsonLd, meta),
            SiteName = site,
            DeclaredBody = DeclaredBodyOf(jsonLd),
            Fields = DeclaredFields.OriginsOf(jsonLd, meta, title, subtitle, section, authors),
            IsDeclaredArticle = jsonLd.Article is not null || meta.First("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    private static string? SiteName(PageIndex page, JsonLd jsonLd, MetaTags meta)
    {
        var name = meta.First("og:site_name", "application-name", "apple-mobile-web-app-title") ?? jsonLd.Text("publisher")
            ?? PageText.NullIfEmpty(page.Property("name").FirstOrDefault(IsOfPublisher)?.TextContent);
        return name is null || name.Contains("://", StringComparison.Ordinal) || name.Length > 100 ? null : name;
    }

    private static bool IsOfPublisher(IElement name) => name.Ancestors<IElement>().Any(box => box.GetAttribute("itemprop") == "publisher");

    private static string? Language(IDocument document, JsonLd jsonLd, MetaTags meta)
    {
        var declared = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang")
            ?? jsonLd.Text("inLanguage") ?? meta.First("content-language", "language", "og:locale");
        var code = declared?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return code is { Length: 2 } && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private static List<string> DeclaredBodyOf(JsonLd jsonLd)
    {
        if (jsonLd.Article is not { } node || !node.TryGetProperty("articleBody", out var body) || body.ValueKind != System.Text.Json.JsonValueKind.String)
            return [];

        var text = System.Net.WebUtility.HtmlDecode(LenientJson.StringOf(body) ?? string.Empty)
            .Replace("</p>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br", "\n<br", StringComparison.OrdinalIgnoreCase);
        return [.. text.Split('\n').Select(line => PageText.PlainOf(line, ExtractionLimits.MaxBlockLength)).OfType<string>()];
    }
}
