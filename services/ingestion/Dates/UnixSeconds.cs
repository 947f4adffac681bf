using System.Globalization;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>Seconds or milliseconds since 1970, as some feeds and data attributes carry them.</summary>
internal static class UnixSeconds
{
    private const int SecondsDigits = 10;
    private const int MillisecondsDigits = 13;

    public static bool TryParse(string line, out DateTimeOffset date)
    {
        date = default;
        if (line.Length is not (SecondsDigits or MillisecondsDigits)
            || !long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        date = line.Length == SecondsDigits ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return true;
    }
}
