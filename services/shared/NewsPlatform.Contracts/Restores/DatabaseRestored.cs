namespace NewsPlatform.Contracts.Restores;

/// <summary>
/// A service's database is an older copy of itself: whatever it stored after <see cref="BackedUpAt"/> is gone. Published by that service from its
/// start on until every other service has answered with <see cref="RestoreHealed"/>; consumed by those.
/// </summary>
public sealed record DatabaseRestored
{
    /// <summary>ingestion, enrichment or publishing.</summary>
    public required string Service { get; init; }

    /// <summary>One for all databases that were restored together.</summary>
    public required string RestoreId { get; init; }

    /// <summary>When the backup began.</summary>
    public required DateTimeOffset BackedUpAt { get; init; }

    /// <summary>When it was restored; no service that owns the database ran at that moment.</summary>
    public required DateTimeOffset RestoredAt { get; init; }

    /// <summary>The new epoch of the service's ordered log; null when it has none.</summary>
    public string? Epoch { get; init; }

    /// <summary>Where the log goes on when it left a gap for what was lost: every position before is of the life before.</summary>
    public long? ResumedAt { get; init; }
}
