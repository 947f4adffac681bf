namespace NewsPlatform.Contracts.Articles;

/// <summary>Publishing's answer: "this is what I hold", one message per commit group, also for duplicates and older revisions. Consumed by ingestion/CloseJourney.</summary>
public sealed record ArticlesPublished
{
    public required IReadOnlyList<HeldArticle> Articles { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Epoch of publishing's change log: what an epoch before a restore held may be lost. Null from version 0.1.</summary>
    public string? Epoch { get; init; }
}

/// <summary>The state of one article in publishing.</summary>
public sealed record HeldArticle
{
    public required string ArticleId { get; init; }

    /// <summary>The newest revision that publishing stored: the journeys of it and of all before are closed.</summary>
    public required long Revision { get; init; }

    /// <summary>True when that revision is a withdrawal.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>True when that withdrawal was the retention policy's.</summary>
    public bool Expired { get; init; }

    /// <summary>When each stage before was done, for the journey; null for a withdrawal.</summary>
    public DateTimeOffset? AnalyzedAt { get; init; }

    public DateTimeOffset? AssignedAt { get; init; }
    public string? StoryId { get; init; }

    /// <summary>Position in the story log of the decision behind <see cref="StoryId"/>. Null from version 0.1.</summary>
    public long? StoryVersion { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
