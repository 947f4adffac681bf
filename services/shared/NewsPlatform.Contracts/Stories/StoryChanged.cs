namespace NewsPlatform.Contracts.Stories;

/// <summary>The newest state of a story, coalesced per append of the story log. Published by enrichment; consumed by publishing/PublishStory.</summary>
public sealed record StoryChanged
{
    public required string StoryId { get; init; }

    /// <summary>Position in the story log of the last decision that touched the story; only newer states are stored.</summary>
    public required long Version { get; init; }

    /// <summary>One id per announcement.</summary>
    public required Guid CorrelationId { get; init; }

    public required string Title { get; init; }

    /// <summary>Language of most of its articles.</summary>
    public required string Language { get; init; }

    /// <summary>The members, in the order in which they joined; empty when the story was emptied or merged away.</summary>
    public required IReadOnlyList<string> ArticleIds { get; init; }

    /// <summary>The story that took this one's members; null unless merged.</summary>
    public string? MergedInto { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}
