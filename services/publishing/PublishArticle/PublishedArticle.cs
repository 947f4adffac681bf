using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>One revision of an article as readers get it, with its analysis and its place in a story.</summary>
internal sealed record PublishedArticle
{
    public required string ArticleId { get; init; }
    public required long Revision { get; init; }

    /// <summary>As ingestion read it; the body is empty where a reader asked for heads only.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>Without fingerprint and terms, which only enrichment needs.</summary>
    public required ArticleAnalysis Analysis { get; init; }

    /// <summary>Null while no story decision is known.</summary>
    public string? StoryId { get; init; }

    /// <summary>The story log's position of the decision behind <see cref="StoryId"/>.</summary>
    public long StoryVersion { get; init; }

    public string? DuplicateOf { get; init; }
    public string? DuplicateKind { get; init; }
    public double? DuplicateShare { get; init; }

    /// <summary>A late arrival in <see cref="StoryId"/>; false again once it is moved to another story.</summary>
    public bool IsLate { get; init; }

    public required DateTimeOffset IngestedAt { get; init; }
    public required DateTimeOffset AnalyzedAt { get; init; }
    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>When this service stored the revision.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The instant by which lists are ordered and filtered; see <see cref="ArticleChanges.TimeOf"/>.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The article in the story where it stands now: what was decided of another story does not hold there.</summary>
    public PublishedArticle In(string? storyId, long storyVersion) => this with { StoryId = storyId, StoryVersion = storyVersion, IsLate = IsLate && storyId == StoryId };

    /// <summary>The article as a newer story decision has it: text and analysis stay as they are, for readers were told of these.</summary>
    /// <param name="decision">The same revision with that decision.</param>
    public PublishedArticle DecidedAs(PublishedArticle decision) => this with
    {
        StoryId = decision.StoryId,
        StoryVersion = decision.StoryVersion,
        DuplicateOf = decision.DuplicateOf,
        DuplicateKind = decision.DuplicateKind,
        DuplicateShare = decision.DuplicateShare,
        IsLate = decision.IsLate,
        AssignedAt = decision.AssignedAt,
    };

    /// <summary>The article as long as readers may not know of the one that it repeats.</summary>
    public PublishedArticle WithoutRepeated() => this with { DuplicateOf = null, DuplicateKind = null, DuplicateShare = null };
}
