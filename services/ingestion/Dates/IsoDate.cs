using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>Dates that begin with the year: ISO 8601, RFC 3339, W3C-DTF and what sloppy writers make of them (slashes, spaces, no colon in the offset).</summary>
internal static partial class IsoDate
{
    public static bool TryParse(string line, out DateTimeOffset date)
    {
        date = default;
        var match = Shape().Match(line);
        if (!match.Success || !TryDay(match, out var day))
        {
            return false;
        }

        var rest = line[match.Length..];
        return Clock.TryTake(ref rest, out var clock)
            ? clock.TryPlace(day, out date)
            : Clock.Midnight.TryPlace(day, out date);
    }

    private static bool TryDay(Match match, out DateOnly day)
    {
        var year = Number(match, "y")!.Value;
        if (Number(match, "w") is { } week)
        {
            return TryWeekDay(year, week, Number(match, "wd") ?? 1, out day);
        }

        if (Number(match, "doy") is { } dayOfYear)
        {
            day = default;
            var valid = year > 0 && dayOfYear is > 0 && dayOfYear <= (DateTime.IsLeapYear(year) ? 366 : 365);
            day = valid ? new DateOnly(year, 1, 1).AddDays(dayOfYear - 1) : default;
            return valid;
        }

        return CalendarDay.TryCreate(year, Number(match, "m") ?? 1, Number(match, "d") ?? 1, out day);
    }

    private static bool TryWeekDay(int year, int week, int weekDay, out DateOnly day)
    {
        var valid = year is > 0 and < 9999 && week is > 0 and <= 53 && weekDay is > 0 and <= 7;
        day = valid ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekDay % 7))) : default;
        return valid;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?:(?:-?w(?<w>[0-9][0-9])(?:-?(?<wd>[0-9]))?)|(?:(?<sep>[-/.])(?<m>[0-9]{1,2})(?:\k<sep>(?<d>[0-9]{1,2}))?(?![0-9]))|(?:-(?<doy>[0-9]{3})(?![0-9]))|(?:(?<m>[0-9][0-9])(?<d>[0-9][0-9])(?=t|\s|z|$)))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Shape();
}
