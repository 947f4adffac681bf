using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>
/// The end of the change log, read once for all who follow it in this process: however many wait, a new entry costs the store one read.
/// Who is further behind than what is kept reads the store.
/// </summary>
internal sealed class SharedTail : IDisposable
{
    private const int Kept = 10_000;
    private const int BatchSize = 1_000;

    private readonly ChangeLog _log;
    private readonly ChangeSignal _signal;
    private readonly ITimer _poll;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _window = new();
    private readonly Change[] _kept = new Change[Kept];

    // Positions kept are those from _first up to, not including, _next; 0 before the first look.
    private long _first;
    private long _next;

    // The pulse that had not come yet when the log was last read to its end.
    private Task _unseen = Task.CompletedTask;

    public SharedTail(ChangeLog log, ChangeSignal signal, IOptions<PublishingOptions> options, TimeProvider clock)
    {
        (_log, _signal) = (log, signal);

        // Entries of other processes are found by polling: a pulse makes the next reader look, and wakes those who wait.
        var period = TimeSpan.FromSeconds(Math.Min(options.Value.StreamPollSeconds, options.Value.StreamHeartbeatSeconds));
        _poll = clock.CreateTimer(_ => signal.Pulse(), null, period, period);
    }

    /// <summary>Entries from a position on, at most <paramref name="limit"/>; none when everything that is there was read.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        await LookAsync(ct);
        lock (_window)
        {
            if (from >= _first)
            {
                var end = Math.Min(_next, from + limit);
                return from >= end ? [] : [.. Enumerable.Range(0, (int)(end - from)).Select(i => _kept[(from + i) % Kept])];
            }
        }

        return [.. (await _log.ReadAsync(from, limit, ct)).Select(Change.Of)];
    }

    public void Dispose()
    {
        _poll.Dispose();
        _turn.Dispose();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (!Volatile.Read(ref _unseen).IsCompleted)
        {
            return;
        }

        await _turn.WaitAsync(ct);
        try
        {
            if (Volatile.Read(ref _unseen).IsCompleted)
            {
                // Taken before the read: what is appended meanwhile pulses it.
                var unseen = _signal.Next;
                await ReadToEndAsync(ct);
                Volatile.Write(ref _unseen, unseen);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadToEndAsync(CancellationToken ct)
    {
        if (_next == 0)
        {
            var tail = (await _log.ReadTailAsync(ct)).Position;
            Keep(tail, []);
        }

        IReadOnlyList<LogEntry> entries;
        do
        {
            entries = await _log.ReadAsync(_next, BatchSize, ct);
            if (entries.Count > 0)
            {
                Keep(entries[0].Position, [.. entries.Select(Change.Of)]);
            }
        }
        while (entries.Count == BatchSize);
    }

    private void Keep(long from, IReadOnlyList<Change> changes)
    {
        lock (_window)
        {
            foreach (var (i, change) in changes.Index())
            {
                _kept[(from + i) % Kept] = change;
            }

            // A log that was resumed beyond a gap is kept from there on.
            _first = _next == from ? _first : from;
            _next = from + changes.Count;
            _first = Math.Max(_first, _next - Kept);
        }
    }
}
