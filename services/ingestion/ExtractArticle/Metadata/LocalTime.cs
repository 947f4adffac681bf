using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Finds the publisher's own time zone: pages declare an instant in UTC and print the same instant by the clock on their wall.</summary>
internal static partial class LocalTime
{
    private const int LongestOffset = 14;
    private const int Step = 15;

    /// <summary>The instant with the zone in which the page writes it elsewhere; unchanged when it has a zone or the page does not tell.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant, IEnumerable<string?> written)
    {
        if (instant.Offset != TimeSpan.Zero || instant.TimeOfDay == TimeSpan.Zero)
            return instant;

        foreach (var value in written)
        {
            if (value is { Length: >= 19 and <= 35 } && Exact().Match(value) is { Success: true } match && ZoneOf(instant, match) is { } zone && zone != TimeSpan.Zero)
                return instant.ToOffset(zone);
        }

        return instant;
    }

    private static TimeSpan? ZoneOf(DateTimeOffset instant, Match written)
    {
        if (!DateTime.TryParse(written.Groups["local"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;

        var zone = local - instant.UtcDateTime.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        if (zone.Duration() > TimeSpan.FromHours(LongestOffset) || zone.Seconds != 0 || zone.Minutes % Step != 0)
            return null;

        var declared = written.Groups["zone"].Value.Replace(":", string.Empty, StringComparison.Ordinal);

        // Without a zone of its own only the seconds prove that it is the same instant and not a later change at the same minute.
        return declared.Length == 0 ? instant.Second != 0 ? zone : null
            : declared == $"{(zone < TimeSpan.Zero ? '-' : '+')}{zone.Duration():hhmm}" ? zone : null;
    }

    [GeneratedRegex(@"^(?<local>[0-9]{4}-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9])(\.[0-9]{1,7})?(?<zone>[+-][0-9][0-9]:?[0-9][0-9])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Exact();
}
