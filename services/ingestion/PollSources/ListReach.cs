using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>How far back a list reaches: what was published earlier has left it.</summary>
internal static class ListReach
{
    // Fewer times say more about themselves than about the list.
    private const int FewestTimes = 5;

    // Pinned items stay for ever.
    private const int OneInSoManyIsPinned = 10;

    /// <summary>Null when too few items have times.</summary>
    public static TimeSpan? Of(IReadOnlyList<FeedItem> items, DateTimeOffset now)
    {
        var times = items.Select(item => item.PublishedAt).OfType<DateTimeOffset>().Where(time => time <= now).Order().ToList();
        return times.Count < FewestTimes || times.Count * 2 < items.Count ? null : now - times[times.Count / OneInSoManyIsPinned];
    }
}
