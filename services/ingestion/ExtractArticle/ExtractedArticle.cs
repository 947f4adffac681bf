using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What a page, a plain text or a JSON push says about one article; texts carry no markup, addresses are absolute.</summary>
public sealed record ExtractedArticle
{
    public required string Title { get; init; }

    /// <summary>The second headline that the publisher declares; null when there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What the publisher says that it put right; null when nothing.</summary>
    public string? Correction { get; init; }

    /// <summary>The publisher's own keywords, in their order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>True when the page says that the whole text is for subscribers only.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>The publisher's own teaser, if any.</summary>
    public string? Description { get; init; }

    /// <summary>The publisher's section name as printed; null when unknown.</summary>
    public string? Section { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> was found and how exactly; null when there is none.</summary>
    public DateProvenance? PublishedFrom { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Absolute address of the lead picture.</summary>
    public string? Image { get; init; }

    /// <summary>The address that the page itself claims; absolute.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>ISO 639-1 code that the page declares; a hint, the text decides.</summary>
    public string? LanguageHint { get; init; }

    public required IReadOnlyList<ArticleBlock> Body { get; init; }

    /// <summary>Other articles that the page lists; data, not body.</summary>
    public IReadOnlyList<RelatedLink> Related { get; init; } = [];

    public string? SiteName { get; init; }

    /// <summary>How the body was found, one of <see cref="ExtractionMethods"/>.</summary>
    public required string Method { get; init; }

    /// <summary>0 to 1: how sure the reader is that the body is the article and nothing else.</summary>
    public required double Confidence { get; init; }

    /// <summary>The publisher rule that gave the body or a field; null when none did.</summary>
    public string? Rule { get; init; }

    /// <summary>The publisher rule whose body is no longer found on the page; null when there is none or it matched.</summary>
    public string? MissedRule { get; init; }

    /// <summary>The origin of each field that was found, one of <see cref="FieldOrigins"/>.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>How it was read, for those who get the article.</summary>
    public ArticleProvenance Provenance => new() { Method = Method, Confidence = Confidence, Rule = Rule, Fields = Fields, PublishedAt = PublishedFrom };
}

/// <summary>The closed set of ways to a body.</summary>
public static class ExtractionMethods
{
    /// <summary>The page's own blocks, told from the rest of the page by the trained model.</summary>
    public const string Blocks = "page-blocks";

    /// <summary>The elements that a rule for the publisher names.</summary>
    public const string PublisherRule = "publisher-rule";

    /// <summary>The articleBody of the page's JSON-LD.</summary>
    public const string StructuredData = "structured-data";

    /// <summary>A plain text of paragraphs.</summary>
    public const string PlainText = "plain-text";

    /// <summary>A JSON push whose body came as text or blocks.</summary>
    public const string Json = "json";
}
