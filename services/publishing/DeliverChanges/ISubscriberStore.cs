using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Subscribers and the log of what was tried, which all replicas share.</summary>
internal interface ISubscriberStore
{
    Task<Subscriber?> TryFindAsync(string id, CancellationToken ct);

    /// <summary>Those of a kind in order of id, behind <paramref name="afterId"/>.</summary>
    Task<IReadOnlyList<Subscriber>> ReadAsync(SubscriberKind kind, string? afterId, int limit, CancellationToken ct);

    Task<int> CountAsync(SubscriberKind kind, CancellationToken ct);

    /// <summary>Those of some kinds whose <see cref="Subscriber.DueAt"/> has come, the longest due first.</summary>
    /// <param name="kinds">Which.</param>
    /// <param name="now">The time.</param>
    /// <param name="tail">The log's end: without those whose cursor is there; null = with them.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<IReadOnlyList<Subscriber>> ReadDueAsync(IReadOnlyCollection<SubscriberKind> kinds, DateTimeOffset now, LogCursor? tail, int limit, CancellationToken ct);

    /// <summary>Writes the row if its stored version is still <see cref="Subscriber.Version"/> (0 for a new one), and with it these attempts; both or, save for attempts that were made anyway, neither.</summary>
    Task<bool> TrySaveAsync(Subscriber subscriber, IReadOnlyList<Attempt> attempts, CancellationToken ct);

    /// <summary>Removes the row and its attempts; false when there is none, or none of that version.</summary>
    /// <param name="id">The row's.</param>
    /// <param name="version">Null = whatever it is.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<bool> RemoveAsync(string id, long? version, CancellationToken ct);

    /// <summary>Attempts, the newest first, from behind <paramref name="beforeId"/> on.</summary>
    Task<IReadOnlyList<Attempt>> ReadAttemptsAsync(string subscriberId, string? beforeId, int limit, CancellationToken ct);

    /// <summary>Keeps the newest attempts only, and none of before a time.</summary>
    Task TrimAttemptsAsync(string subscriberId, int keep, DateTimeOffset since, CancellationToken ct);
}
