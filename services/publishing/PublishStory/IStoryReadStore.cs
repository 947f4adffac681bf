namespace NewsPlatform.Publishing.PublishStory;

/// <summary>The stories as announced; which articles are visible in them is the article store's to say.</summary>
internal interface IStoryReadStore
{
    /// <summary>Stores each story that is newer than the one held; answers with the versions then held, in the same order.</summary>
    Task<IReadOnlyList<PublishedStory>> PutNewerAsync(IReadOnlyList<PublishedStory> stories, CancellationToken ct);

    /// <summary>Those of the stories that are known, with what readers were last shown of them.</summary>
    Task<IReadOnlyList<StoryShowing>> ReadShowingsAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct);

    /// <summary>Stores each showing whose version is the next one; answers with the stories of the others.</summary>
    Task<IReadOnlyList<string>> ShowAsync(IReadOnlyList<StoryShowing> showings, CancellationToken ct);

    /// <summary>Notes that the change log was told of these versions.</summary>
    Task SettleAsync(IReadOnlyList<StoryShowing> told, CancellationToken ct);

    /// <summary>Notes that these stories changed for the readers at that time: <see cref="PublishedStory.ChangedAt"/> only ever moves forward.</summary>
    Task TouchAsync(IReadOnlyCollection<string> storyIds, DateTimeOffset changedAt, CancellationToken ct);

    Task<PublishedStory?> TryFindAsync(string storyId, CancellationToken ct);

    /// <summary>
    /// The title of each story that has a visible article: the announced one when a visible article bears it, else the earliest visible
    /// article's. The announced one may be that of an article under embargo.
    /// </summary>
    Task<IReadOnlyDictionary<string, string>> ReadTitlesAsync(IReadOnlyCollection<PublishedStory> stories, CancellationToken ct);

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
