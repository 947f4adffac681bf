using System.Globalization;
using System.Net.Http.Headers;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Headers as the site wrote them.</summary>
internal static class ResponseHeaders
{
    public static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    public static IReadOnlyList<string> All(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : [];

    /// <summary>Seconds or a date; null when absent or unreadable, zero for the past.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var text = Raw(response.Headers, "Retry-After");
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds));
        }

        return Dates.NewsDates.TryParse(text, out var date) ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)) : null;
    }
}
