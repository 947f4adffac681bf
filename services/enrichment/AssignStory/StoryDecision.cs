namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What was decided about an article.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="StoryId">The article's story; null only when superseded by a withdrawal.</param>
/// <param name="Position">The entry that made the article a member of that story.</param>
/// <param name="DecidedAt">When that entry was decided.</param>
/// <param name="Repeats">An earlier article with nearly the same text; null when none.</param>
/// <param name="Entry">To be appended to the log; null when nothing is new.</param>
public sealed record StoryDecision(StoryOutcome Outcome, string? StoryId, long Position, DateTimeOffset DecidedAt, Repetition? Repeats, StoryLogEntry? Entry)
{
    /// <summary>Published long before a member that was in the story already.</summary>
    public bool IsLate { get; init; }

    /// <summary>Other stories that the article is like, most like first.</summary>
    internal IReadOnlyList<string> Near { get; init; } = [];
}

public enum StoryOutcome
{
    /// <summary>The article opened a story.</summary>
    Opened,

    /// <summary>The article joined a story, or stays in it with a newer revision.</summary>
    Joined,

    /// <summary>It was decided before: the stored decision.</summary>
    Known,

    /// <summary>A newer withdrawal is known.</summary>
    Superseded,

    /// <summary>The article was taken out.</summary>
    Removed,
}
