using System.Text.Json.Serialization;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>One decision in the story log; the index is the replay of them all.</summary>
public abstract record StoryLogEntry
{
    /// <summary>Place in the log, from 1.</summary>
    public required long Position { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A revision of an article belongs to a story.</summary>
public sealed record ArticleAssigned : StoryLogEntry
{
    public required string ArticleId { get; init; }

    public required long Revision { get; init; }

    /// <summary>A story not seen before is opened by this entry.</summary>
    public required string StoryId { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>The publisher's time if it is believable, else <see cref="SeenAt"/>.</summary>
    public required DateTimeOffset Time { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Similarity to the story joined, 0 to 1; 0 for a story opened.</summary>
    public double Score { get; init; }

    /// <summary>What made the article join, a word of <see cref="JoinReasons"/>; null in entries older than that.</summary>
    public string? Reason { get; init; }

    /// <summary>An earlier article with nearly the same text; null when none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>How it repeats that one; null when it does not, and in entries older than that.</summary>
    public string? DuplicateKind { get; init; }

    public double? DuplicateShare { get; init; }

    /// <summary>Published long before a member that was there already; false in entries older than that.</summary>
    public bool IsLate { get; init; }

    /// <summary>Nothing of the decision may be told before; null without an embargo, and in entries older than that.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Who published it; null in entries older than that.</summary>
    public string? Source { get; init; }

    /// <summary>What it is compared by; null where only the head of the entry was read.</summary>
    public ArticleTerms? Terms { get; init; }

    /// <summary>The same where it must be there.</summary>
    [JsonIgnore]
    internal ArticleTerms Compared => Terms ?? throw new InvalidOperationException($"Of the story log's entry {Position} only the head was read: read it whole.");

    /// <summary>What it repeats, as one.</summary>
    [JsonIgnore]
    public Repetition? Repeats => DuplicateOf is null ? null : new Repetition(DuplicateOf, DuplicateKind, DuplicateShare);
}

/// <summary>A withdrawal: the article leaves its story; its revision is kept so that nothing older brings it back.</summary>
public sealed record ArticleRemoved : StoryLogEntry
{
    public required string ArticleId { get; init; }

    /// <summary>The withdrawal's own revision.</summary>
    public required long Revision { get; init; }
}

/// <summary>Every member of one story was moved into another: by an editor, or because both turned out to be one.</summary>
public sealed record StoriesMerged : StoryLogEntry
{
    public required string StoryId { get; init; }

    public required string From { get; init; }

    /// <summary>No editor's: undone or followed by whatever comes later. False in entries older than that.</summary>
    public bool Automatic { get; init; }

    /// <summary>Mean cosine between the two, 0 to 1; 0 for an editor's.</summary>
    public double Score { get; init; }
}

/// <summary>Articles were moved out of a story into one of their own: by an editor, or because the story fell apart.</summary>
public sealed record StorySplit : StoryLogEntry
{
    public required string StoryId { get; init; }

    public required string NewStoryId { get; init; }

    public required IReadOnlyList<string> ArticleIds { get; init; }

    /// <summary>No editor's: undone or followed by whatever comes later. False in entries older than that.</summary>
    public bool Automatic { get; init; }

    /// <summary>Mean cosine between the two, 0 to 1; 0 for an editor's.</summary>
    public double Score { get; init; }
}

/// <summary>An editor put one article into a story, for good.</summary>
public sealed record ArticlePinned : StoryLogEntry
{
    public required string ArticleId { get; init; }

    public required string StoryId { get; init; }
}

/// <summary>
/// The log goes on here after its database was restored, beyond every position that the lost decisions may have had: every story and
/// membership counts as decided anew at this position, so that it replaces whatever the lost ones left with others.
/// </summary>
public sealed record StoriesResumed : StoryLogEntry;
