namespace NewsPlatform.Contracts.Articles;

/// <summary>An analysed article with its story. Published by enrichment/AssignStory; consumed by publishing/PublishArticle.</summary>
public sealed record ArticleEnriched : IArticleEvent
{
    public required string ArticleId { get; init; }
    public required long Revision { get; init; }
    public required Guid CorrelationId { get; init; }
    public required ArticleContent Content { get; init; }
    public required ArticleAnalysis Analysis { get; init; }
    public required string StoryId { get; init; }

    /// <summary>The decision's position in the story log: compared apart from <see cref="Revision"/>.</summary>
    public required long StoryVersion { get; init; }

    /// <summary>Id of an earlier article with (nearly) the same text; null when none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>How it repeats that one, a word of <see cref="DuplicateKinds"/>; null when it repeats none, or from an older version.</summary>
    public string? DuplicateKind { get; init; }

    /// <summary>Part of this text that stands in that one, 0 to 1; null like <see cref="DuplicateKind"/>.</summary>
    public double? DuplicateShare { get; init; }

    /// <summary>A late arrival: published long before a member that was in the story already.</summary>
    public bool IsLate { get; init; }

    public required DateTimeOffset IngestedAt { get; init; }
    public required DateTimeOffset AnalyzedAt { get; init; }
    public required DateTimeOffset AssignedAt { get; init; }
}
