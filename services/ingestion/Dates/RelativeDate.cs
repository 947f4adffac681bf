using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>Dates told from now: "today, 14:00", "вчора о 19:30", "3 hours ago", or a lone time of day.</summary>
internal static partial class RelativeDate
{
    public static bool TryParse(string line, DateTimeOffset? now, out DateTimeOffset date)
    {
        date = default;
        return now is { } instant && (TryAgo(line, instant, out date) || TryNamedDay(line, instant, out date));
    }

    private static bool TryAgo(string line, DateTimeOffset now, out DateTimeOffset date)
    {
        date = now;
        if (JustNow().IsMatch(line))
        {
            return true;
        }

        var match = Ago().Match(line);
        if (!match.Success)
        {
            return false;
        }

        var count = match.Groups["n"] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1;
        date = now - count * UnitOf(match);
        return true;
    }

    private static TimeSpan UnitOf(Match match) =>
        match.Groups["min"].Success ? TimeSpan.FromMinutes(1)
        : match.Groups["hour"].Success ? TimeSpan.FromHours(1)
        : match.Groups["week"].Success ? TimeSpan.FromDays(7)
        : TimeSpan.FromDays(1);

    private static bool TryNamedDay(string line, DateTimeOffset now, out DateTimeOffset date)
    {
        date = default;
        var day = DateOnly.FromDateTime(now.DateTime);
        var rest = line;
        var hasClock = Clock.TryTake(ref rest, out var clock);
        var named = DayName().Match(rest);
        if (!named.Success && !(hasClock && rest.Trim(' ', ',', '|', '-').Length == 0))
        {
            return false;
        }

        var placed = named.Groups["past"].Success ? day.AddDays(-1) : day;
        return (clock with { Offset = clock.Offset ?? now.Offset }).TryPlace(placed, out date);
    }

    [GeneratedRegex(
        @"(?<![0-9])(?:(?<n>[0-9]{1,3})\s?)?(?:(?<min>min(?:ute)?s?|мин\p{L}{0,4}|хв\p{L}{0,5})|(?<hour>h(?:ou)?rs?|hours?|h|час\p{L}{0,2}|ч|год\p{L}{0,4})|(?<week>weeks?|недел\p{L}|тиж\p{L}{2,4})|(?<day>days?|d|дн(?:я|ей|і|ів)|день))\.?\s(?:ago|назад|тому)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Ago();

    [GeneratedRegex(@"^(?:just now|только что|щойно)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex JustNow();

    [GeneratedRegex(
        @"\b(?:(?<past>yesterday|вчера|вчора|gestern|hier|ayer|wczoraj)|today|сегодня|сьогодні|heute|aujourd'hui|hoy|dzisiaj|dziś)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex DayName();
}
