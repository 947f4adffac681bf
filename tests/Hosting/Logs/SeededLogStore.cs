using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Hosting.Tests.Logs;

/// <summary>A log store in memory on which a test schedules: every call is a turn, a read of the tail may be stale, a writer may be killed before or after its insert.</summary>
internal sealed class SeededLogStore(Random random, double staleTail, double kill) : ILogStore
{
    private readonly SortedDictionary<long, IReadOnlyList<LogRecord>> _segments = [];

    public IReadOnlyList<LogEntry> Entries =>
        [.. _segments.SelectMany(segment => segment.Value.Select((record, i) => new LogEntry(segment.Key + i, record.Subject, record.Revision, record.Kind, record.Payload, record.At)))];

    public IReadOnlyDictionary<long, byte[]> Bodies =>
        _segments.SelectMany(segment => segment.Value.Select((record, i) => (Position: segment.Key + i, record.Body)))
            .Where(entry => entry.Body is not null).ToDictionary(entry => entry.Position, entry => entry.Body!);

    public Task<string> ReadEpochAsync(CancellationToken ct) => Task.FromResult("e");

    public async Task<long> ReadNextPositionAsync(CancellationToken ct)
    {
        await TurnAsync();
        var ends = _segments.Select(segment => segment.Key + segment.Value.Count).Prepend(1).ToList();
        return random.NextDouble() < staleTail ? ends[random.Next(ends.Count)] : ends[^1];
    }

    public async Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        await TurnAsync();
        return Entries.Where(entry => subjects.Contains(entry.Subject))
            .GroupBy(entry => entry.Subject, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(entry => entry.Revision)!, StringComparer.Ordinal);
    }

    public async Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct)
    {
        await TurnAsync();
        var inserted = _segments.TryAdd(position, entries);
        await TurnAsync();
        return inserted;
    }

    public async Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        await TurnAsync();
        return [.. Entries.Where(entry => entry.Position >= from).Take(limit)];
    }

    public async Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct)
    {
        await TurnAsync();
        return Bodies.Where(body => positions.Contains(body.Key)).ToDictionary();
    }

    public Task TouchAsync(CancellationToken ct) => TurnAsync();

    private async Task TurnAsync()
    {
        await Task.Yield();
        if (random.NextDouble() < kill)
        {
            throw new KilledException();
        }
    }
}

/// <summary>The writer died here; what it had not inserted is not there.</summary>
internal sealed class KilledException : Exception
{
    public KilledException()
    {
    }

    public KilledException(string message) : base(message)
    {
    }

    public KilledException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
