using System.Globalization;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Reads how long a recording lasts.</summary>
internal static class RecordingTime
{
    /// <summary>A week.</summary>
    public const double MostSeconds = 7 * 86_400;

    /// <summary>Seconds, <c>m:ss</c> or <c>h:mm:ss</c>; null for all else and for more than a week.</summary>
    public static TimeSpan? Parse(string? text)
    {
        var seconds = 0.0;
        foreach (var part in text?.Trim().Split(':') ?? [])
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return seconds is > 0 and <= MostSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
