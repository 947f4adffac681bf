namespace NewsPlatform.Publishing.PublishStory;

/// <summary>The stories as announced; which articles are visible in them is the article store's to say.</summary>
internal interface IStoryReadStore
{
    /// <summary>Stores each story that is newer than the one held; answers with the versions then held, in the same order.</summary>
    Task<IReadOnlyList<PublishedStory>> PutNewerAsync(IReadOnlyList<PublishedStory> stories, CancellationToken ct);

    Task<PublishedStory?> TryFindAsync(string storyId, CancellationToken ct);

    /// <summary>Stories with members, the last changed first.</summary>
    Task<IReadOnlyList<PublishedStory>> ListAsync(StoryQuery query, CancellationToken ct);
}

/// <summary>Which stories to list.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Language">Null = any.</param>
/// <param name="After">Where the page before ended; null = from the start.</param>
internal sealed record StoryQuery(int Limit, string? Language = null, StoryKey? After = null);

/// <summary>The place of one story in the list.</summary>
internal sealed record StoryKey(DateTimeOffset ChangedAt, string StoryId);
