namespace NewsPlatform.Contracts.Stories;

/// <summary>Publishing's answer to <see cref="StoryChanged"/>: the versions that it holds. Consumed by enrichment/CloseAnnouncement.</summary>
public sealed record StoriesPublished
{
    public required IReadOnlyList<HeldStory> Stories { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>As in <see cref="Articles.ArticlesPublished.Epoch"/>.</summary>
    public string? Epoch { get; init; }
}

/// <summary>The version of one story in publishing.</summary>
public sealed record HeldStory(string StoryId, long Version);
