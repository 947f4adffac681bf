namespace NewsPlatform.Publishing.PublishStory;

/// <summary>A story as enrichment last announced it.</summary>
internal sealed record PublishedStory
{
    public required string StoryId { get; init; }

    /// <summary>Position in the story log; only a higher one replaces the story held.</summary>
    public required long Version { get; init; }

    /// <summary>As announced; in a <c>StoryView</c> as readers may see it.</summary>
    public required string Title { get; init; }
    public required string Language { get; init; }

    /// <summary>True when all its articles were moved away or withdrawn.</summary>
    public bool Emptied { get; init; }

    public string? MergedInto { get; init; }

    /// <summary>The story out of which it was split.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>Stands for the last announcement that moved visible articles into it; null when none did.</summary>
    public string? Moved { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it changed for the readers, to the millisecond: as announced, or when an article of it was released later than that.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
