using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.DescribeEntity;

/// <summary>A person, organisation or place as the visible articles know it.</summary>
internal sealed record EntityResource
{
    /// <summary>The name by which the newest articles call it most often, in normal form.</summary>
    public required string Name { get; init; }

    /// <summary>PER, ORG or LOC.</summary>
    public required string Type { get; init; }

    /// <summary>Wikidata's, or the user's gazetteer's; null when no list has it.</summary>
    public required string? Id { get; init; }

    /// <summary>What it is, as the newest articles say most often (<c>mayor of …</c>); null when none says it.</summary>
    public required string? Role { get; init; }

    /// <summary>Other names in the newest articles, at most 20: those of other languages, then those within a text, the most frequent first.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Articles that name it; counting ends at 10,000.</summary>
    public required int Articles { get; init; }

    /// <summary>False when there may be more than <see cref="Articles"/>.</summary>
    public required bool IsTotalExact { get; init; }

    /// <summary>Articles that quote it; counting ends at 10,000.</summary>
    public required int QuotedIn { get; init; }

    /// <summary>The last 30 UTC days, the newest first; fewer where the newest 5,000 articles that name it are of fewer days.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>Who and what else the newest 5,000 of these articles name most, at most 10.</summary>
    public required IReadOnlyList<EntityCount> NamedWith { get; init; }

    public required EntityLinks Links { get; init; }
}

/// <summary>Articles of a UTC day.</summary>
internal sealed record DayCount(DateOnly Day, int Articles);

/// <summary>Where the articles and quotes are.</summary>
internal sealed record EntityLinks(string Articles, string Quotes, string Feed);
