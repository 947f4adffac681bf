using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>What a reader asks of the visible articles: every condition given must hold.</summary>
internal sealed record ArticleQuery
{
    /// <summary>Null = any words.</summary>
    public SearchExpression? Text { get; init; }

    /// <summary>The words as the reader wrote them, for titles of feeds and pages.</summary>
    public string? Words { get; init; }

    public string? Language { get; init; }
    public string? SourceId { get; init; }

    /// <summary>The publisher's section name or one of the seven categories; upper and lower case are one.</summary>
    public string? Section { get; init; }

    public string? StoryId { get; init; }

    /// <summary>Normal form of a person, organisation or place; upper and lower case are one.</summary>
    public string? Entity { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? To { get; init; }

    public ArticleOrder Order { get; init; }

    /// <summary>Where the page before ended; null = from the start.</summary>
    public PageKey? After { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>False leaves <c>Content.Body</c> empty, which spares the store most of its reading.</summary>
    public bool WithBody { get; init; }
}

/// <summary>How found articles are ordered.</summary>
internal enum ArticleOrder
{
    /// <summary>Newest first.</summary>
    Time,

    /// <summary>Best match first; without words the same as <see cref="Time"/>.</summary>
    Relevance,
}

/// <summary>The place of one article in an ordered list.</summary>
/// <param name="Rank">The engine's own sort value: Unix milliseconds by time, a score by relevance.</param>
/// <param name="ArticleId">Parts equal ranks.</param>
internal sealed record PageKey(double Rank, string ArticleId);

/// <summary>A hit and its place in the list.</summary>
internal sealed record FoundArticle(PublishedArticle Article, PageKey Key);

/// <summary>An entity and the number of articles that name it.</summary>
internal sealed record EntityCount(string Name, string Type, int Articles);
