using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Subscriptions at hubs, which all replicas share.</summary>
internal interface ISubscriptionStore
{
    Task<Subscription?> TryFindAsync(string id, CancellationToken ct);

    /// <summary>A source's subscriptions, those that are being left included, in order of id.</summary>
    Task<IReadOnlyList<Subscription>> ReadOfSourceAsync(string sourceId, CancellationToken ct);

    /// <summary>Those whose <see cref="Subscription.DueAt"/> has come, the earliest first.</summary>
    Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Writes the row if its stored version is still <see cref="Subscription.Version"/>, 0 for a new one.</summary>
    Task<bool> TrySaveAsync(Subscription subscription, CancellationToken ct);

    /// <summary>Removes the row if its stored version is still this one.</summary>
    Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct);
}
