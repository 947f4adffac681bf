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

    /// <summary>The members that a merge, a split or a pin moved here, at most 5,000; the others' own <c>ArticleEnriched</c> names the story. (Version 0.1 named all members.)</summary>
    public required IReadOnlyList<string> ArticleIds { get; init; }

    /// <summary>How many members the story has; 0 when it was emptied or merged away; null from version 0.1, which named them all.</summary>
    public int? ArticleCount { get; init; }

    /// <summary>The story that took this one's members; null unless merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The story out of which this one was split; null unless split.</summary>
    public string? SplitFrom { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}
