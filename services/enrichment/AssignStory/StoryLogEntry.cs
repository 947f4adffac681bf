using System.Text.Json.Serialization;
using NewsPlatform.Text;

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

    /// <summary>Why: the terms that carried the similarity, strongest first.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>What made the article join, a word of <see cref="JoinReasons"/>; null in entries older than that.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of the article that stand among what it shares; null in entries older than that.</summary>
    public IReadOnlyList<string>? SharedNames { get; init; }

    /// <summary>An earlier article with nearly the same text; null when none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>How it repeats that one; null when it does not, and in entries older than that.</summary>
    public string? DuplicateKind { get; init; }

    public double? DuplicateShare { get; init; }

    /// <summary>What the article is compared by, as weighed at the decision: a replay needs no arithmetic of its own.</summary>
    public required StoryVector Vector { get; init; }

    /// <summary>What the article is compared by across languages; null in entries older than that.</summary>
    public StoryVector? CrossLanguage { get; init; }

    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    /// <summary>Who published it; null in entries older than that.</summary>
    public string? Source { get; init; }

    /// <summary>What of the text is compared with others'; null in entries older than that.</summary>
    public TextSketch? Sketch { get; init; }

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

/// <summary>An editor moved every member of one story into another.</summary>
public sealed record StoriesMerged : StoryLogEntry
{
    public required string StoryId { get; init; }

    public required string From { get; init; }
}

/// <summary>An editor moved articles out of a story into one of their own.</summary>
public sealed record StorySplit : StoryLogEntry
{
    public required string StoryId { get; init; }

    public required string NewStoryId { get; init; }

    public required IReadOnlyList<string> ArticleIds { get; init; }
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
