namespace NewsPlatform.Hosting.Logs;

/// <summary>
/// An append-only log without gap or repeat that needs no counter, lease, clock or transaction: entry n + 1 is inserted only by
/// someone who saw n, so nothing ever becomes visible behind a reader's cursor (architecture, Ordered log).
/// Any number of writers, in any number of processes.
/// </summary>
public sealed class OrderedLog(ILogStore store)
{
    /// <summary>Where a reader stands who has read everything that there is now.</summary>
    public async Task<LogCursor> ReadTailAsync(CancellationToken ct) =>
        new(await store.ReadEpochAsync(ct), await store.ReadNextPositionAsync(ct));

    /// <summary>The log's life; another one after a restore, the same as long as a process runs.</summary>
    public Task<string> ReadEpochAsync(CancellationToken ct) => store.ReadEpochAsync(ct);

    /// <summary>Entries from a position on, in order.</summary>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) => store.ReadAsync(from, limit, ct);

    /// <summary>The bodies of the entries at these ascending positions; an entry without one is left out.</summary>
    public Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct) => store.ReadBodiesAsync(positions, ct);

    /// <summary>Appends at exactly that position, or nothing and false when another writer was there first: read what was missed and decide again.</summary>
    public Task<bool> TryAppendAsync(long expectedNext, IReadOnlyList<LogRecord> entries, CancellationToken ct) =>
        entries.Count == 0 ? Task.FromResult(true) : store.TryInsertAsync(expectedNext, entries, ct);

    /// <summary>
    /// Appends of the batch what is newer than the log, once per subject (the newest revision wins inside a batch too), and returns what was appended.
    /// </summary>
    /// <param name="batch">What may be news.</param>
    /// <param name="shape">Gives the entry its final form, told the entry with the newest revision logged before it (null = none); null = leave it out.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<IReadOnlyList<LogEntry>> AppendNewerAsync(IReadOnlyList<LogRecord> batch, Func<LogRecord, LogEntry?, LogRecord?> shape, CancellationToken ct)
    {
        var newest = batch.GroupBy(record => record.Subject, StringComparer.Ordinal).Select(group => group.MaxBy(record => record.Revision)!).ToList();
        var subjects = newest.ConvertAll(record => record.Subject);
        while (true)
        {
            // The tail is read before the revisions: an entry that lands between the two makes the insert fail, not pass.
            var next = await store.ReadNextPositionAsync(ct);
            var logged = await store.ReadNewestAsync(subjects, ct);
            var news = Newer(newest, logged, shape);
            if (news.Count == 0)
            {
                await store.TouchAsync(ct);
                return [];
            }

            if (await store.TryInsertAsync(next, news, ct))
            {
                return [.. news.Select((record, i) => new LogEntry(next + i, record.Subject, record.Revision, record.Kind, record.Payload, record.At))];
            }
        }
    }

    private static List<LogRecord> Newer(List<LogRecord> batch, IReadOnlyDictionary<string, LogEntry> logged, Func<LogRecord, LogEntry?, LogRecord?> shape)
    {
        var news = new List<LogRecord>(batch.Count);
        foreach (var record in batch)
        {
            var before = logged.GetValueOrDefault(record.Subject);
            if (record.Revision > (before?.Revision ?? 0) && shape(record, before) is { } shaped)
            {
                news.Add(shaped);
            }
        }

        return news;
    }
}
