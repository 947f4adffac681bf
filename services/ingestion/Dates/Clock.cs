using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>A time of day and, where the text gives one, its offset from UTC.</summary>
/// <param name="Time">Since the midnight of its day; 24 h for the end of it.</param>
/// <param name="Offset">Null when the text names no zone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct Clock(TimeSpan Time, TimeSpan? Offset)
{
    public static Clock Midnight => default;

    /// <summary>Finds a time and its zone in the text and cuts both out of it.</summary>
    public static bool TryTake(ref string text, out Clock clock)
    {
        clock = default;
        var match = Shape().Match(text);
        if (!match.Success || !TryTime(match, out var time))
        {
            return false;
        }

        var after = text[(match.Index + match.Length)..];
        var offset = ZoneName.TryTake(ref after);
        text = string.Concat(text.AsSpan(0, match.Index), " ", after);
        clock = new Clock(time, offset);
        return true;
    }

    /// <summary>The instant on that day; false where the calendar ends.</summary>
    public bool TryPlace(DateOnly day, out DateTimeOffset date)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + Time;
        var offset = Offset ?? TimeSpan.Zero;
        var valid = local - offset > DateTime.MinValue && local - offset < DateTime.MaxValue;
        date = valid ? new DateTimeOffset(local, offset) : default;
        return valid;
    }

    private static bool TryTime(Match match, out TimeSpan time)
    {
        var hours = Number(match.Groups["h"]);
        var minutes = Number(match.Groups["min"]);
        var seconds = Math.Min(Number(match.Groups["s"]), 59); // a leap second is the last one of its minute
        if (match.Groups["half"] is { Success: true } half)
        {
            hours = (hours % 12) + (half.Value[0] == 'p' ? 12 : 0);
        }

        time = new TimeSpan(hours, minutes, seconds) + Fraction(match.Groups["f"]);
        return minutes < 60 && time <= TimeSpan.FromDays(1);
    }

    private static TimeSpan Fraction(Group digits) =>
        digits.Success
            ? TimeSpan.FromMilliseconds(Math.Floor(1000 * double.Parse("0." + digits.Value, CultureInfo.InvariantCulture)))
            : TimeSpan.Zero;

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Last alternatives: "2 pm", "14h30", and the compact 143000 or 14.30, which mean a time only where the date is already taken away.
    [GeneratedRegex(
        @"(?<![0-9])(?:(?<h>[0-9]{1,2}):(?<min>[0-9][0-9])(?::(?<s>[0-9]{1,2})(?:[.,](?<f>[0-9]{1,9})[0-9]*)?)?\s?(?:(?<half>[ap])\.?m\b\.?)?|(?<h>[0-9]{1,2})\s?(?<half>[ap])\.?m\b\.?|(?<h>[0-9]{1,2})\s?h\s?(?<min>[0-9][0-9])\b|(?<=^t)(?<h>[0-9][0-9])(?:(?<min>[0-9][0-9])(?<s>[0-9][0-9])?)?(?![0-9])|(?<=^[^0-9]*)(?<h>[0-9]{1,2})\.(?<min>[0-9][0-9])(?![.0-9]))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Shape();
}
