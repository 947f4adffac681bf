namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>One feed's subscription at its hub.</summary>
internal sealed record Subscription
{
    /// <summary>The last part of the callback address: as good as a secret, for whoever knows it may talk about the subscription.</summary>
    public required string Id { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public required string SourceId { get; init; }

    public required Uri Hub { get; init; }

    /// <summary>All hubs that the feed names, in its order; <see cref="Hub"/> is one of them. Empty from version 0.1.</summary>
    public IReadOnlyList<HubTry> Hubs { get; init; } = [];

    /// <summary>The feed's address as the hub knows it, word by word.</summary>
    public required string Topic { get; init; }

    /// <summary>As the hub was told.</summary>
    public required Uri Callback { get; init; }

    /// <summary>What the hub signs deliveries with.</summary>
    public required string Secret { get; init; }

    public SubscriptionState State { get; init; }

    /// <summary>When the hub is to be asked (again).</summary>
    public required DateTimeOffset AskAt { get; init; }

    /// <summary>When it was asked for what it has not come back for yet; null = nothing is open.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Since when it delivers, by its own word.</summary>
    public DateTimeOffset? ActiveSince { get; init; }

    public DateTimeOffset? LeaseEndsAt { get; init; }

    /// <summary>Requests in a row that led to nothing.</summary>
    public int Failures { get; init; }

    /// <summary>One sentence; null when all went well last.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? LastDeliveryAt { get; init; }

    public long Deliveries { get; init; }

    /// <summary>The minute that <see cref="DeliveriesInMinute"/> counts.</summary>
    public DateTimeOffset? Minute { get; init; }

    public int DeliveriesInMinute { get; init; }

    /// <summary>When a delivery was last left to a poll: what that one finds was not kept back.</summary>
    public DateTimeOffset? DeferredAt { get; init; }

    /// <summary>Items that a poll found and the hub has yet to deliver.</summary>
    public IReadOnlyList<string> Owed { get; init; } = [];

    public DateTimeOffset? OwedUntil { get; init; }

    /// <summary>Since when the hub is known to keep items back; null = it is trusted.</summary>
    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>Deliveries in a row of what no poll had found yet.</summary>
    public int AheadInARow { get; init; }

    /// <summary>How far back the feed's list reached last.</summary>
    public double? CoversMinutes { get; init; }

    /// <summary>When the subscription is to be looked at next.</summary>
    public DateTimeOffset DueAt => new[] { AskedAt + SubscriptionRules.Patience ?? AskAt, LeaseEndsAt, OwedUntil, HubChoice.NextAt(this) }.Min()!.Value; // the first is never null
}

/// <summary>How a subscription stands.</summary>
internal enum SubscriptionState
{
    /// <summary>Wanted; the hub has not confirmed it, or its lease ran out.</summary>
    Requested,

    /// <summary>Confirmed by the hub.</summary>
    Active,

    /// <summary>The hub will not have it.</summary>
    Denied,

    /// <summary>No longer wanted; the row goes once the hub has confirmed that.</summary>
    Leaving,
}
