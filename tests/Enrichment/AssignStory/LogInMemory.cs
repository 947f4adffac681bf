using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>A log that lives as long as the test.</summary>
internal sealed class LogInMemory : ILogStore
{
    private readonly List<LogEntry> _entries = [];
    private readonly Dictionary<long, byte[]> _bodies = [];

    public bool CanBeRead { get; set; } = true;

    public Task<string> ReadEpochAsync(CancellationToken ct) => Task.FromResult("one");

    public Task<long> ReadNextPositionAsync(CancellationToken ct) => Task.FromResult(_entries.Count + 1L);

    public Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, LogEntry>>(new Dictionary<string, LogEntry>());

    public Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct)
    {
        if (position != _entries.Count + 1)
        {
            return Task.FromResult(false);
        }

        _entries.AddRange(entries.Select((record, i) => new LogEntry(position + i, record.Subject, record.Revision, record.Kind, record.Payload, record.At)));
        foreach (var (i, record) in entries.Index().Where(entry => entry.Item.Body is not null))
        {
            _bodies.Add(position + i, record.Body!);
        }

        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) =>
        CanBeRead
            ? Task.FromResult<IReadOnlyList<LogEntry>>([.. _entries.Skip((int)from - 1).Take(limit)])
            : throw new IOException("nothing was to be read");

    public Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<long, byte[]>>(positions.Where(_bodies.ContainsKey).ToDictionary(position => position, position => _bodies[position]));

    public Task TouchAsync(CancellationToken ct) => Task.CompletedTask;
}
