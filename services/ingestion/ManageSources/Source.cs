using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>A place on the web that is asked for news again and again.</summary>
internal sealed record Source
{
    /// <summary>A slug of the name; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    public required Uri Url { get; init; }

    /// <summary>ISO 639-1 code; a hint for its articles.</summary>
    public string? Language { get; init; }

    /// <summary>Section of its articles that name none themselves.</summary>
    public string? Section { get; init; }

    /// <summary>ISO 3166 code of two letters; for people, and for the clock.</summary>
    public string? Country { get; init; }

    /// <summary>IANA name of the clock of times that its pages print without one; null = its country's, where there is but one.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A folder for people.</summary>
    public string? Category { get; init; }

    /// <summary>For a listing that is not understood by itself; null = found by itself.</summary>
    public ListingSelectors? Selectors { get; init; }

    /// <summary>Name of the secret (<c>Credentials:name</c>) that is shown to the source's own host; null = none.</summary>
    public string? Credential { get; init; }

    /// <summary>1 to 1,440.</summary>
    public required int IntervalMinutes { get; init; }

    public SourceState State { get; init; }

    /// <summary>Null = since it was added.</summary>
    public DateTimeOffset? StateSince { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Why then, one sentence.</summary>
    public string? NextReason { get; init; }

    /// <summary>Minutes between two polls that its news called for last, before the site's own hints; null = its interval.</summary>
    public double? PaceMinutes { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What went wrong at the last attempt, one sentence; null when it went well.</summary>
    public string? LastError { get; init; }

    /// <summary>Attempts since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>What those attempts weigh: a passing trouble ¼, one that may pass ½, a lasting one 1.</summary>
    public double Strikes { get; init; }

    /// <summary>Items that the last successful poll found.</summary>
    public int? LastItemCount { get; init; }

    /// <summary>Who is polling it; <see cref="NextAttemptAt"/> is then the end of the claim.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>By its owner's word: its pages are fetched whatever robots.txt says.</summary>
    public bool IgnoreRobots { get; init; }

    public SourceManners Manners { get; init; } = new();

    /// <summary>As the list said when it was read last; null before that.</summary>
    public SourceImprint? Imprint { get; init; }

    /// <summary>The last turns of its life, the newest first.</summary>
    public IReadOnlyList<SourceChange> Changes { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What stands at a source's address.</summary>
internal enum SourceKind
{
    /// <summary>RSS, Atom or JSON feed.</summary>
    Feed,

    /// <summary>News sitemap.</summary>
    Sitemap,

    /// <summary>A page that lists articles.</summary>
    Listing,

    /// <summary>One article.</summary>
    Page,
}

/// <summary>How the polling of a source goes.</summary>
internal enum SourceState
{
    /// <summary>The last attempt went well, or there was none yet.</summary>
    Healthy,

    /// <summary>The last attempts failed; tried again ever less often.</summary>
    Degraded,

    /// <summary>Failed for so long that it is tried once a day.</summary>
    Dormant,

    /// <summary>The site said again and again, over days, that the list is gone for good; asked once a month whether it came back.</summary>
    Retired,
}
