using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>Dates that people and mail programs write: "Fri, 22 Nov 2024 14:00 GMT", "22 ноября 2024, 14:00", "Nov. 22, 2024 2 pm", "22.11.2024 14:00".</summary>
internal static partial class WrittenDate
{
    public static bool TryParse(string line, DateTimeOffset? now, out DateTimeOffset date)
    {
        date = default;
        var rest = line;
        var early = Clock.TryTake(ref rest, out var clock);
        if (!TryTakeDay(ref rest, now, out var day))
        {
            return false;
        }

        // "22.11.2024 14.00": the dotted time can be told from a date only after the date is gone.
        if (!early)
        {
            Clock.TryTake(ref rest, out clock);
        }

        return (clock with { Offset = clock.Offset ?? now?.Offset }).TryPlace(day, out date);
    }

    private static bool TryTakeDay(ref string text, DateTimeOffset? now, out DateOnly day)
    {
        // On from behind a word that is no month: "Updated 14 November 2026" begins like "March 14, 2026".
        for (var match = Words().Match(text); match.Success; match = Words().Match(text, match.Index + Math.Max(1, LeadingWord(match))))
        {
            var month = MonthNames.Find(match.Groups["month"].Value);
            if (month > 0 && TryYear(match, month, now, out var year) && TryDay(match, year, month, out day))
            {
                text = text.Remove(match.Index, match.Length).Insert(match.Index, " ").TrimStart(' ', ',', '.', '-', '|', '/');
                return true;
            }
        }

        foreach (Match match in Numbers().Matches(text))
        {
            if (TryNumbers(match, out day))
            {
                text = text.Remove(match.Index, match.Length).Insert(match.Index, " ").TrimStart();
                return true;
            }
        }

        day = default;
        return false;
    }

    private static int LeadingWord(Match match) => match.Groups["month"] is { } month && month.Index == match.Index ? month.Length : 0;

    private static bool TryDay(Match match, int year, int month, out DateOnly day) =>
        CalendarDay.TryCreate(year, month, Number(match.Groups["d"]), out day);

    private static bool TryYear(Match match, int month, DateTimeOffset? now, out int year)
    {
        if (match.Groups["y"] is { Success: true } digits)
        {
            year = CalendarDay.FullYear(Number(digits), digits.Length);
            return true;
        }

        // News without a year is of the last twelve months: in January, "30 December" is last year's.
        year = now is null ? 0 : month > now.Value.Month + 1 ? now.Value.Year - 1 : now.Value.Year;
        return now is not null;
    }

    private static bool TryNumbers(Match match, out DateOnly day)
    {
        var year = CalendarDay.FullYear(Number(match.Groups["y"]), match.Groups["y"].Length);
        var (first, second) = (Number(match.Groups["a"]), Number(match.Groups["b"]));

        // Day first, as everywhere but in the United States; 11/22/2024 can only be month first.
        return CalendarDay.TryCreate(year, second, first, out day)
            || (match.Groups["sep"].Value != "." && CalendarDay.TryCreate(year, first, second, out day));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9])(?<d>[0-9]{1,2})(?:st|nd|rd|th|-?го|-?е|º|\.)?(?:\s*[\-/.]\s*|\s+(?:de|of)\s+|\s*)(?<month>\p{L}{3,12})\.?,?(?:\s*[\-/]\s*|\s+(?:de\s+)?|(?=[0-9]{4}))(?<y>[0-9]{4}|[0-9]{2})(?![0-9:])"
        + @"|(?<![0-9])(?<y>[0-9]{4})[\s\-/.]+(?<month>\p{L}{3,12})[\s\-/.]+(?<d>[0-9]{1,2})(?![0-9])"
        + @"|(?<month>\p{L}{3,12})\.?\s*(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])(?:,?\s+|,)(?:at\s+)?(?:\w{3,4}\s+)?(?<y>[0-9]{4})(?![0-9])"
        + @"|(?<![0-9])(?<d>[0-9]{1,2})(?:-?го|\.)?\s+(?:de\s+)?(?<month>\p{L}{3,12})"
        + @"|(?<month>\p{L}{3,12})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?<![0-9])(?<a>[0-9]{1,2})(?<sep>[./\-])\s?(?<b>[0-9]{1,2})\k<sep>\s?(?<y>[0-9]{4}|[0-9]{2})(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Numbers();
}
