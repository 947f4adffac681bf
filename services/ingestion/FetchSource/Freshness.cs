using System.Globalization;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>How long an answer stays good by the site's own word (RFC 9111): Cache-Control max-age less Age, else Expires.</summary>
internal static class Freshness
{
    /// <summary>Null when the site says nothing, forbids keeping it, or the time is over; at most a year.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var control = ResponseHeaders.Raw(response.Headers, "Cache-Control");
        var directives = control?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (directives.Any(directive => directive.StartsWith("no-", StringComparison.OrdinalIgnoreCase) && !directive.Equals("no-transform", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var fresh = MaxAge(directives) is { } seconds
            ? TimeSpan.FromSeconds(seconds - Math.Min(seconds, Seconds(ResponseHeaders.Raw(response.Headers, "Age")) ?? 0))
            : Dates.NewsDates.TryParse(ResponseHeaders.Raw(response.Content.Headers, "Expires"), out var date) ? date - now : TimeSpan.Zero;
        return fresh > TimeSpan.Zero ? fresh : null;
    }

    private static double? MaxAge(string[] directives) =>
        directives.Where(directive => directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)).Select(directive => Seconds(directive["max-age=".Length..])).FirstOrDefault();

    private static double? Seconds(string? text) =>
        long.TryParse(text?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds) : null;
}
