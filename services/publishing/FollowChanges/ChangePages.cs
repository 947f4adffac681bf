using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>A page of the change log.</summary>
/// <param name="Items">In order of the log.</param>
/// <param name="Next">Never null: an empty page gives a cursor to ask with again later.</param>
internal sealed record ChangesPage(IReadOnlyList<ChangeResource> Items, string Next);

/// <summary>Gives the change log page by page, at once or when there is something to give.</summary>
internal sealed class ChangePages(SharedTail tail, ChangeSignal signal, ChangeFollowers followers, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // Entries looked at for one page: a filter that nothing passes moves on page by page, too.
    private const int MostLooks = 5_000;
    private const int BatchSize = 1_000;

    /// <summary>The page from a cursor on.</summary>
    public async Task<ChangesPage> ReadAsync(LogCursor cursor, ChangeFilter filter, int limit, CancellationToken ct)
    {
        var (items, next) = await LookAsync(cursor, filter, limit, ct);
        return new ChangesPage(items, next.ToString());
    }

    /// <summary>The page as soon as it has an item, or an empty one after the time given; null when too many wait already.</summary>
    public async Task<ChangesPage?> WaitAsync(LogCursor cursor, ChangeFilter filter, int limit, TimeSpan patience, CancellationToken ct)
    {
        if (!followers.TryEnter())
        {
            return null;
        }

        try
        {
            using var over = new CancellationTokenSource(patience, clock);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping, over.Token);
            while (true)
            {
                var woken = signal.Next;
                (var items, cursor) = await LookAsync(cursor, filter, limit, ct);
                if (items.Count > 0 || !await IsWokenAsync(woken, ends.Token))
                {
                    return new ChangesPage(items, cursor.ToString());
                }
            }
        }
        finally
        {
            followers.Leave();
        }
    }

    /// <summary>The entry as those get it whom the filter describes; nothing when it does not concern them.</summary>
    public static IEnumerable<ChangeResource> Of(Change change, ChangeFilter filter) => filter.Test(change) switch
    {
        ChangeMatch.Passes => [ChangeResource.Of(change)],
        ChangeMatch.Leaves => [ChangeResource.Of(change, left: true)],
        _ => [],
    };

    private async Task<(IReadOnlyList<ChangeResource> Items, LogCursor Next)> LookAsync(LogCursor cursor, ChangeFilter filter, int limit, CancellationToken ct)
    {
        var items = new List<ChangeResource>();
        var (position, looks) = (cursor.Position, 0);
        while (items.Count < limit && looks < MostLooks)
        {
            var changes = await tail.ReadAsync(position, Math.Min(BatchSize, MostLooks - looks), ct);
            if (changes.Count == 0)
            {
                break;
            }

            foreach (var change in changes.TakeWhile(_ => items.Count < limit))
            {
                items.AddRange(Of(change, filter));
                (position, looks) = (change.Entry.Position + 1, looks + 1);
            }
        }

        return (items, cursor with { Position = position });
    }

    // False when the patience is over, the client left or the process stops: what was read is the answer.
    private static async Task<bool> IsWokenAsync(Task woken, CancellationToken ends)
    {
        try
        {
            await woken.WaitAsync(ends);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
