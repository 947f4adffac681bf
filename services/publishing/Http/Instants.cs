using System.Globalization;

namespace NewsPlatform.Publishing.Http;

/// <summary>Moments as formats of the web write them (RFC 3339), to the second.</summary>
internal static class Instants
{
    /// <summary>In UTC, with a <c>Z</c>.</summary>
    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>In the offset that the time was given with.</summary>
    public static string WithOffset(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
