using System.Collections.Immutable;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>A story as the log left it.</summary>
internal sealed record StoryState
{
    public required string Id { get; init; }

    /// <summary>Position of the last entry that touched it.</summary>
    public required long Version { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    /// <summary>In the order in which they joined.</summary>
    public ImmutableList<string> Members { get; init; } = [];

    /// <summary>Those of them that came here by a merge, a split or a pin: nothing but the announcement of the story tells of them.</summary>
    public ImmutableHashSet<string> Moved { get; init; } = ImmutableHashSet<string>.Empty;

    public string? MergedInto { get; init; }

    /// <summary>The story out of which it was split; null unless split.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>An editor has merged it, split it or pinned an article into it: no automatic merge or split touches it any more.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Oldest and newest time of its articles.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When its last article was taken in; the story closes some time after it.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>A closed story is kept by its members' ids alone and takes articles from editors only.</summary>
    public bool Closed { get; init; }
}

/// <summary>An article as the log left it.</summary>
internal sealed record ArticleState
{
    public required string ArticleId { get; init; }

    /// <summary>Newest revision decided, withdrawals included.</summary>
    public required long Revision { get; init; }

    /// <summary>The entry that made it a member of its story.</summary>
    public required long Position { get; init; }

    /// <summary>The entry that brought it into that story; further revisions keep it.</summary>
    public long JoinedAt { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Null for a withdrawn article.</summary>
    public string? StoryId { get; init; }

    /// <summary>Where an editor put it; kept while it is withdrawn, so that it comes back there.</summary>
    public string? PutInto { get; init; }

    public Repetition? Repeats { get; init; }

    /// <summary>Published long before a member that was there already.</summary>
    public bool IsLate { get; init; }

    public string Title { get; init; } = "";

    public string Language { get; init; } = "";

    public DateTimeOffset Time { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The entry that says what it is compared by; 0 once its story is closed, which puts an end to that.</summary>
    public long TermsAt { get; init; }

    /// <summary>Null once its story is closed, and while a log's heads are replayed.</summary>
    public TermWeights? Vector { get; init; }

    public TermWeights? CrossLanguage { get; init; }

    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    public TextSketch Sketch { get; init; } = TextSketch.None;

    public string Source { get; init; } = "";

    /// <summary>What stays of an article whose story is closed.</summary>
    public ArticleState Closed() => this with { TermsAt = 0, Vector = null, CrossLanguage = null, Fingerprint = [], Sketch = TextSketch.None };
}

/// <summary>A story for others to see.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Version">Position of the last entry that touched it.</param>
/// <param name="Title">Title of its first article in its language.</param>
/// <param name="Language">Language of most of its articles.</param>
/// <param name="ArticleIds">Members in the order in which they joined; empty when emptied or merged away.</param>
/// <param name="Moved">Those of them that came here by a merge, a split or a pin.</param>
/// <param name="MergedInto">The story that took its members; null unless merged.</param>
/// <param name="SplitFrom">The story out of which it was split; null unless split.</param>
/// <param name="FirstSeenAt">When its first article was taken in.</param>
/// <param name="ChangedAt">When the last entry was decided.</param>
public sealed record StorySnapshot(
    string StoryId,
    long Version,
    string Title,
    string Language,
    IReadOnlyList<string> ArticleIds,
    IReadOnlyCollection<string> Moved,
    string? MergedInto,
    string? SplitFrom,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset ChangedAt);
