using System.Globalization;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Reads what a feed says of its own rhythm; what makes no sense is passed over.</summary>
internal static class RhythmReader
{
    private const double MinutesOfYear = 525_600;

    /// <summary>Null when the feed says nothing.</summary>
    public static FeedRhythm? Read(WireFeed feed)
    {
        var rhythm = new FeedRhythm
        {
            TtlMinutes = Number(feed, "ttl"),
            UpdateMinutes = Period(feed.Values.GetValueOrDefault("sy:updateperiod")) / (Number(feed, "sy:updatefrequency") ?? 1),
            SkipHours = [.. Words(feed, "skiphours").Select(HourOf).OfType<int>().Distinct().Order()],
            SkipDays = [.. Words(feed, "skipdays").Select(DayOf).OfType<DayOfWeek>().Distinct().Order()],
        };
        return rhythm is { TtlMinutes: null, UpdateMinutes: null, SkipHours: [], SkipDays: [] } ? null : rhythm;
    }

    private static double? Number(WireFeed feed, string key) =>
        double.TryParse(feed.Values.GetValueOrDefault(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MinutesOfYear ? number : null;

    private static double? Period(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "hourly" => 60,
        "daily" => 1_440,
        "weekly" => 10_080,
        "monthly" => 43_200,
        "yearly" => MinutesOfYear,
        _ => null,
    };

    private static string[] Words(WireFeed feed, string key) => feed.Values.GetValueOrDefault(key)?.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Some feeds count from 1 to 24.
    private static int? HourOf(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 ? hour % 24 : null;

    private static DayOfWeek? DayOf(string word) => Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsAsciiDigit(word[0]) ? day : null;
}
