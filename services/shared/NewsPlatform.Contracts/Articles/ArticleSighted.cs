namespace NewsPlatform.Contracts.Articles;

/// <summary>
/// More than one source brought an article: all of them. Sent again until publishing answered it, with the same or more sources.
/// Published by ingestion/TellSightings; consumed by publishing/NoteSightings.
/// </summary>
public sealed record ArticleSighted
{
    public required string ArticleId { get; init; }

    /// <summary>Each source once, the first one first; at most 100.</summary>
    public required IReadOnlyList<ArticleSighting> SeenIn { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>A source that brought an article.</summary>
public sealed record ArticleSighting
{
    public required string SourceId { get; init; }

    /// <summary>The source's name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The address under which it brought the article; null when it had none.</summary>
    public string? Url { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
}
