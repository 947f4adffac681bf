namespace NewsPlatform.Publishing.ServeHub;

/// <summary>A subscription to a feed, beside its callback.</summary>
internal sealed record HubSubscription
{
    /// <summary>The feed's address, word by word as the subscriber gave it.</summary>
    public required string Topic { get; init; }

    /// <summary>What deliveries are signed with; null = they are not.</summary>
    public required string? Secret { get; init; }

    public required DateTimeOffset LeaseEndsAt { get; init; }

    /// <summary>Of the feed as it was delivered last; null before the first time.</summary>
    public string? Digest { get; init; }
}
