using System.Globalization;

namespace NewsPlatform.Newsctl.Output;

/// <summary>Values as people read them.</summary>
internal static class Words
{
    /// <summary>In the reader's zone, to the minute.</summary>
    public static string? Time(DateTimeOffset? time, TimeProvider clock) =>
        time is { } instant ? TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    public static string? List(IEnumerable<string>? items) => items is null ? null : string.Join(", ", items);

    public static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
