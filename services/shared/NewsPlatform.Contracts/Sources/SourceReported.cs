namespace NewsPlatform.Contracts.Sources;

/// <summary>
/// A source and how it fares, whole: at every turn of its life, and of every source again each hour, so that a lost report costs at most that.
/// Published by ingestion/ReportSources; consumed by publishing/NoteSource.
/// </summary>
public sealed record SourceReported
{
    public required string SourceId { get; init; }
    public required string Name { get; init; }

    /// <summary>The address that is polled.</summary>
    public required string Url { get; init; }

    /// <summary>feed, sitemap, listing or page.</summary>
    public required string Kind { get; init; }

    /// <summary>Where people read it, as its list says; null when it says nothing, and from before version 0.2.</summary>
    public string? HomePage { get; init; }

    /// <summary>What its list says of the paper; null when nothing, and from before version 0.2.</summary>
    public string? Description { get; init; }

    /// <summary>ISO 639-1 code; null when its owner named none.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166 code of two letters; null when its owner named none.</summary>
    public string? Country { get; init; }

    public string? Category { get; init; }

    /// <summary>healthy, degraded, dormant, retired or removed.</summary>
    public required string State { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    /// <summary>Null before the first successful poll.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Null once removed.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What went wrong at the last attempt, one sentence; null when it went well.</summary>
    public string? LastError { get; init; }

    /// <summary>Of two reports the later one counts.</summary>
    public required DateTimeOffset ReportedAt { get; init; }
}
