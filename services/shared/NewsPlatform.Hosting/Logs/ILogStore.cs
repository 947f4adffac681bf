namespace NewsPlatform.Hosting.Logs;

/// <summary>The engine below an <see cref="OrderedLog"/>: each method is atomic by itself, nothing more is asked.</summary>
public interface ILogStore
{
    /// <summary>The log's epoch: made with the log, made anew by a restore, so that a cursor of another life is recognised.</summary>
    Task<string> ReadEpochAsync(CancellationToken ct);

    /// <summary>The next free position; 1 in an empty log. May be stale, never ahead.</summary>
    Task<long> ReadNextPositionAsync(CancellationToken ct);

    /// <summary>Of each subject that has any entry, the one with its newest revision.</summary>
    Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct);

    /// <summary>Inserts all entries at <paramref name="position"/> and following, or nothing and false when that position is taken.</summary>
    Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct);

    /// <summary>Entries from <paramref name="from"/> on, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct);

    /// <summary>The bodies of the entries at these ascending positions; an entry without one is left out.</summary>
    Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct);

    /// <summary>A durable write without an entry: makes what was read before it durable too (architecture, Ordered log).</summary>
    Task TouchAsync(CancellationToken ct);
}

/// <summary>What is appended.</summary>
/// <param name="Subject">What the entry is about; revisions are compared per subject.</param>
/// <param name="Revision">The subject's revision that the entry tells.</param>
/// <param name="Kind">A word of the log's own closed set.</param>
/// <param name="Payload">The rest, in the log's own form.</param>
/// <param name="At">When it was decided.</param>
public sealed record LogRecord(string Subject, long Revision, string Kind, string Payload, DateTimeOffset At)
{
    /// <summary>What few readers need of the entry: kept apart, so that a long log is read without it; null when there is none.</summary>
    public byte[]? Body { get; init; }
}

/// <summary>What stands in the log at one position; its body is read apart.</summary>
public sealed record LogEntry(long Position, string Subject, long Revision, string Kind, string Payload, DateTimeOffset At);
