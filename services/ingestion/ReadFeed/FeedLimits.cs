namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>How much of a feed, sitemap or listing is read. Over a limit of bytes, depth or elements the document is refused; over a limit of items or text the rest is left out.</summary>
public sealed record FeedLimits
{
    public static FeedLimits Default { get; } = new();

    /// <summary>Bytes of the body, inflated.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Entries of a feed or listing, addresses of a sitemap.</summary>
    public int MaxItems { get; init; } = 1000;

    /// <summary>Elements inside one another; also the depth of JSON.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Elements of an XML document.</summary>
    public int MaxElements { get; init; } = 500_000;

    /// <summary>Characters that one entity reference may stand for; entities that a document declares itself are not expanded at all.</summary>
    public int MaxCharactersFromEntities { get; init; } = 1024;

    /// <summary>UTF-16 characters of one text of an entry.</summary>
    public int MaxTextLength { get; init; } = 1_000_000;
}
