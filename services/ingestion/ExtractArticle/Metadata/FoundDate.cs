using System.Text.RegularExpressions;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>A time and how it is known.</summary>
internal sealed partial record FoundDate(DateTimeOffset At, DateProvenance From)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The date of the text; null when it holds none that is told by itself, or one before the web.</summary>
    public static FoundDate? Of(string? text, string source) =>
        !string.IsNullOrWhiteSpace(text) && PageText.Normalize(text) is var line && NewsDates.TryParse(line, out var date) && date > Earliest
            ? new FoundDate(date, WrittenAs(line, date, source))
            : null;

    /// <summary>A date told from the instant at which the page was read ("yesterday, 14:05"); null for any other, and when nobody noted that instant.</summary>
    public static FoundDate? OfRelative(string? text, DateTimeOffset? readAt)
    {
        if (readAt is not { } now || string.IsNullOrWhiteSpace(text) || PageText.Normalize(text) is not { } line || !NewsDates.TryParseRelative(line, now, out var date))
            return null;

        // A lone "today" is a date, one among other words is a name: "Harbour today".
        if (!line.Any(char.IsAsciiDigit) && !Ago().IsMatch(line) && line.Contains(' ', StringComparison.Ordinal))
            return null;

        // Later than the reading: the clock on the publisher's wall is ahead of ours by some unknown zone.
        var precision = date > now ? DatePrecisions.Hour : RelativePrecision(line);
        return new FoundDate(date > now ? now : date, new DateProvenance(DateSources.Relative, precision, ZoneKnown: precision is DatePrecisions.Hour || Ago().IsMatch(line)));
    }

    /// <summary>The time by the publisher's clock where the page names no zone.</summary>
    public FoundDate InZone(TimeZoneInfo? publisher) =>
        publisher is not { } zone || From.ZoneKnown || From.Precision == DatePrecisions.Day ? this
        : From.Source == DateSources.Relative ? this with { From = From with { ZoneKnown = true } }
        : new FoundDate(new DateTimeOffset(At.DateTime, zone.GetUtcOffset(At.DateTime)), From with { ZoneKnown = true });

    private static DateProvenance WrittenAs(string line, DateTimeOffset date, string source)
    {
        if (line.All(char.IsAsciiDigit) && line.Length is 10 or 13)
            return new DateProvenance(source, DatePrecisions.Second, ZoneKnown: true);

        var rest = line.ToLowerInvariant();
        if (!Clock.TryTake(ref rest, out var clock))
            return new DateProvenance(source, date.TimeOfDay == TimeSpan.Zero ? DatePrecisions.Day : DatePrecisions.Minute, ZoneKnown: date.Offset != TimeSpan.Zero);

        return new DateProvenance(source, Seconds().IsMatch(line) ? DatePrecisions.Second : DatePrecisions.Minute, ZoneKnown: clock.Offset is not null);
    }

    private static string RelativePrecision(string line)
    {
        var rest = line.ToLowerInvariant();
        return Clock.TryTake(ref rest, out _) || Minutes().IsMatch(line) ? DatePrecisions.Minute
            : Hours().IsMatch(line) ? DatePrecisions.Hour
            : DatePrecisions.Day;
    }

    [GeneratedRegex(@"[0-9]:[0-9][0-9]:[0-9][0-9]|T[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b(ago|назад|тому|now|щойно)\b|только что", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Ago();

    [GeneratedRegex(@"\b(min|мин|хв|now|щойно)|только что", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\b(h|hours?|hrs?|ч|час\w{0,2}|год\w{0,4})\.?\s(ago|назад|тому)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Hours();
}
