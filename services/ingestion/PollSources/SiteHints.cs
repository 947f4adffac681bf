using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>
/// What a site says about when to come again: its feed's ttl, update period, hours and days without news, its answer's lifetime. They only lengthen a pause,
/// never beyond the source's longest one (skipped hours: a day), and never so far that half of what the list covers goes by.
/// </summary>
internal sealed record SiteHints(FeedRhythm? Rhythm = null, TimeSpan? FreshFor = null)
{
    public static readonly SiteHints None = new();

    private static readonly TimeSpan LongestSkip = TimeSpan.FromDays(1);

    /// <returns>The pause, and the hint that made it longer; null when none did.</returns>
    public (TimeSpan Pause, string? Hint) Lengthen(TimeSpan pause, PaceBounds bounds, TimeSpan? covers, DateTimeOffset now)
    {
        string? told = null;
        foreach (var (wish, words) in Wishes())
        {
            var granted = AtMost(wish, AtMost(bounds.Cap, Half(covers, bounds)));
            if (granted > pause)
                (pause, told) = (granted, granted < wish ? $"{words}, as far as the bounds allow" : words);
        }

        var skipped = AtMost(AfterSkips(now + pause) - now, AtMost(LongestSkip, Half(covers, bounds)));
        return skipped > pause ? (skipped, "the feed names hours or days without news (skipHours, skipDays)") : (pause, told);
    }

    private IEnumerable<(TimeSpan Wish, string Words)> Wishes()
    {
        if (Rhythm?.TtlMinutes is { } ttl)
            yield return (TimeSpan.FromMinutes(ttl), $"the feed's ttl is {PollPace.Shown(TimeSpan.FromMinutes(ttl))}");

        if (Rhythm?.UpdateMinutes is { } period)
            yield return (TimeSpan.FromMinutes(period), $"the feed's update period is {PollPace.Shown(TimeSpan.FromMinutes(period))}");

        if (FreshFor is { } fresh)
            yield return (fresh, $"the site calls its answer good for {PollPace.Shown(fresh)} (Cache-Control, Expires)");
    }

    private DateTimeOffset AfterSkips(DateTimeOffset at)
    {
        if (Rhythm is null or { SkipHours.Count: 0, SkipDays.Count: 0 } || Rhythm.SkipHours.Count >= 24 || Rhythm.SkipDays.Count >= 7)
            return at;

        var utc = at.ToUniversalTime();
        var next = utc;
        for (var hour = 0; hour < 8 * 24 && (Rhythm.SkipHours.Contains(next.Hour) || Rhythm.SkipDays.Contains(next.DayOfWeek)); hour++)
            next = utc.AddHours(hour + 1).AddMinutes(-utc.Minute).AddSeconds(-utc.Second);

        return next;
    }

    private static TimeSpan Half(TimeSpan? covers, PaceBounds bounds) => covers is { } span ? bounds.Floor > span / 2 ? bounds.Floor : span / 2 : TimeSpan.MaxValue;

    private static TimeSpan AtMost(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
