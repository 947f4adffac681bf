using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>
/// Guesses what a list showed and dropped between two polls. A list in which nothing is known any more has turned over; how much went by is guessed by
/// its own pace: the time that it no longer covers, times its items in the time that it does.
/// </summary>
internal static class MissedItems
{
    // A wild date must not make the guess a wild number.
    private const int MostListLengths = 20;

    /// <summary>0 when something was seen before or nothing can be said; otherwise at least 1.</summary>
    /// <param name="items">The list as it is now.</param>
    /// <param name="seenBefore">Keys of the list as it was at the last poll.</param>
    /// <param name="lastPoll">When that was.</param>
    public static int Estimate(IReadOnlyList<FeedItem> items, IReadOnlyDictionary<string, string> seenBefore, DateTimeOffset? lastPoll)
    {
        if (items.Count == 0 || seenBefore.Count == 0 || items.Any(item => seenBefore.ContainsKey(item.Id)))
            return 0;

        var times = items.Select(item => item.PublishedAt).OfType<DateTimeOffset>().Order().ToList();
        if (times.Count < 2 || lastPoll is not { } then || times[0] <= then || times[^1] == times[0])
            return 1;

        var perItem = (times[^1] - times[0]) / (times.Count - 1);
        return (int)Math.Clamp(Math.Round((times[0] - then) / perItem), 1, items.Count * (double)MostListLengths);
    }
}
