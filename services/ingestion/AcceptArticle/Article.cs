using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Where the newest revision of an article is; every article is in exactly one state.</summary>
internal enum ArticleState
{
    /// <summary>Stored, to be sent when <see cref="Article.QueuedAt"/> has come.</summary>
    Pending = 0,

    /// <summary>Sent, not answered.</summary>
    Sent = 1,

    /// <summary>Publishing answered that it holds this revision.</summary>
    Published = 2,

    /// <summary>Publishing answered that it holds this withdrawal.</summary>
    Withdrawn = 3,

    /// <summary>Given up until a person replays it, a later answer heals it or a new revision comes.</summary>
    Dead = 4,

    /// <summary>Publishing answered that it holds the expiry.</summary>
    Expired = 5,
}

/// <summary>
/// An article's identity, newest revision and journey: one row, one document, written by compare-and-set on <see cref="Version"/>.
/// The row outlives its content, so that nothing comes back by an old feed.
/// </summary>
internal sealed record Article
{
    public required string Id { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public required long Revision { get; init; }

    public required ArticleState State { get; init; }

    /// <summary>True when the newest revision is a withdrawal.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>True when that withdrawal is the retention policy's.</summary>
    public bool IsExpired { get; init; }

    public string? WithdrawalReason { get; init; }

    /// <summary>One id from intake to publication of the newest revision.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>Where the trace of the newest revision goes on (W3C traceparent), whoever sends it and when; null when nobody collected traces at its intake.</summary>
    public string? TraceParent { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When the newest revision was stored.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>A pending revision is sent in this order and not before this instant.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When the newest revision was sent last; null before the first send.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Sends of the newest revision, stored before each.</summary>
    public int Attempts { get; init; }

    /// <summary>Attempts that count against the article: overtaken, failed alone, or ended with the process.</summary>
    public int Strikes { get; init; }

    /// <summary>True when the last send was one of the careful single sends after a restart.</summary>
    public bool SentAsSuspect { get; init; }

    /// <summary>The newest revision that publishing said it holds; 0 before the first answer.</summary>
    public long AnsweredRevision { get; init; }

    /// <summary>When publishing gave its last answer, by its clock; null before, and for what version 0.1 stored.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The restore that reopened the journey last; null = none.</summary>
    public string? ReopenedBy { get; init; }

    /// <summary>True while dead letters of this article may be open.</summary>
    public bool HasDeadLetters { get; init; }

    /// <summary>Address for people; null for a pushed text without any.</summary>
    public string? Url { get; init; }

    public required string SourceId { get; init; }

    /// <summary>Hash of the newest content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What the newest content comes to in an event, roughly; 0 in rows of version 0.1.</summary>
    public int ContentBytes { get; init; }

    /// <summary>Where the newest content came from.</summary>
    public required ReadingOrigin Origin { get; init; }

    /// <summary>When the newest content was read; null in rows of version 0.1.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The sources that brought it, the first one first; empty in rows of version 0.1.</summary>
    public IReadOnlyList<Sighting> SeenIn { get; init; } = [];

    /// <summary>When publishing is to be told of <see cref="SeenIn"/> (again); null when it said that it knows, and while there is but one source.</summary>
    public DateTimeOffset? SightingsDueAt { get; init; }

    /// <summary>What happened, oldest first; see <see cref="Journey.MaxSteps"/>.</summary>
    public IReadOnlyList<JourneyStep> Steps { get; init; } = [];

    /// <summary>The row that knows the reading's source; the very same when it does already.</summary>
    public Article Sighted(ArticleReading reading, DateTimeOffset now) => Sighted(reading.Source, reading.FetchedUrl, now);

    /// <summary>The row that knows the source and the address under which it brought the article; the very same when it does already.</summary>
    public Article Sighted(ArticleSource source, Uri? address, DateTimeOffset now)
    {
        var seenIn = Sighting.Add(SeenIn, source, address, now);
        return seenIn == SeenIn ? this : this with { SeenIn = seenIn, SightingsDueAt = seenIn.Count > 1 ? now : null };
    }
}
