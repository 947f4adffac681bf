namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Changes subscribers by compare-and-set.</summary>
internal sealed class SubscriberBook(ISubscriberStore store)
{
    /// <summary>The row as changed and stored, or as it stands where the change gives null or itself; null when there is none.</summary>
    public Task<Subscriber?> ChangeAsync(string id, Func<Subscriber, Subscriber?> change, CancellationToken ct) => ChangeAsync(id, change, [], ct);

    /// <summary>The same, and attempts that go to the log with it.</summary>
    public async Task<Subscriber?> ChangeAsync(string id, Func<Subscriber, Subscriber?> change, IReadOnlyList<Attempt> attempts, CancellationToken ct)
    {
        while (await store.TryFindAsync(id, ct) is { } row)
        {
            var changed = change(row);
            if (changed is null || (changed == row && attempts.Count == 0))
            {
                return row;
            }

            if (await store.TrySaveAsync(changed, attempts, ct))
            {
                return changed with { Version = row.Version + 1 };
            }
        }

        return null;
    }
}
