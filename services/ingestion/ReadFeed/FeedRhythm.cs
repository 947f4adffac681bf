namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>When a publisher says that its feed changes.</summary>
public sealed record FeedRhythm
{
    /// <summary>RSS ttl in minutes; null when absent or no number above 0.</summary>
    public double? TtlMinutes { get; init; }

    /// <summary>sy:updatePeriod by sy:updateFrequency, in minutes.</summary>
    public double? UpdateMinutes { get; init; }

    /// <summary>Hours (0–23, UTC) without news, from RSS skipHours.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days (UTC) without news, from RSS skipDays.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
