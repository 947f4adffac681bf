namespace NewsPlatform.Ingestion.Dates;

/// <summary>Reads dates as news feeds and pages print them: RFC 3339 and RFC 822 with their common slips, numbers day first, month names of the languages served.</summary>
/// <remarks>A text without a zone gets offset zero. Text around the date is skipped, so that "Published: 22 November 2024" is read.</remarks>
public static class NewsDates
{
    /// <summary>Longer text is no date line but prose; also bounds the work of the patterns.</summary>
    public const int LongestText = 120;

    /// <summary>Reads an absolute date; false when the text holds none, or none with a year.</summary>
    public static bool TryParse(string? text, out DateTimeOffset date) => TryParse(text, now: null, out date);

    /// <summary>Reads a date that may also be told from today: "today, 14:00", "вчера 19:30", "5 хвилин тому", "22 ноября, 14:00", "14:00".</summary>
    /// <param name="text">The date as printed.</param>
    /// <param name="now">The instant the page was read, in the publisher's own offset.</param>
    /// <param name="date">What was read; the offset is that of <paramref name="now"/> when the text gives none and counts from it.</param>
    public static bool TryParse(string? text, DateTimeOffset now, out DateTimeOffset date) => TryParse(text, (DateTimeOffset?)now, out date);

    /// <summary>Reads a date that is told from now and nothing else: "вчера, 14:05", "2 години тому", "just now".</summary>
    public static bool TryParseRelative(string? text, DateTimeOffset now, out DateTimeOffset date)
    {
        date = default;
        var line = Clean(text);
        return line.Length is > 0 and <= LongestText && RelativeDate.TryParse(line, now, out date);
    }

    private static bool TryParse(string? text, DateTimeOffset? now, out DateTimeOffset date)
    {
        date = default;
        var line = Clean(text);

        return line.Length is > 0 and <= LongestText
            && (IsoDate.TryParse(line, out date)
                || WrittenDate.TryParse(line, now, out date)
                || RelativeDate.TryParse(line, now, out date)
                || UnixSeconds.TryParse(line, out date));
    }

    private static string Clean(string? text)
    {
        if (text is null || text.Length > 4 * LongestText)
        {
            return "";
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words).ToLowerInvariant();
    }
}
