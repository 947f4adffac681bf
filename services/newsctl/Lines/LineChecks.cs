using System.Globalization;
using System.Text.Json;

namespace NewsPlatform.Newsctl.Lines;

/// <summary>What every line must have.</summary>
internal static class LineChecks
{
    /// <exception cref="BadLineException">The member is missing or null.</exception>
    public static string Need(string? value, string member) => value ?? throw new BadLineException($"The member \"{member}\" is missing.");

    /// <exception cref="BadLineException">There is no id, or it is neither text nor number.</exception>
    public static void NeedId(IIdentifiedLine line)
    {
        if (line.Id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            throw new BadLineException("The member \"id\" is missing, or neither a text nor a number.");
        }
    }

    /// <exception cref="BadLineException">The text is no absolute http or https address.</exception>
    public static Uri? Address(string? text, string member)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new BadLineException($"The member \"{member}\" is no absolute http or https address.");
    }

    /// <exception cref="BadLineException">The text is no date and time.</exception>
    public static DateTimeOffset? Instant(string? text, string member)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new BadLineException($"The member \"{member}\" is no date and time such as 2026-01-31T18:00:00Z.");
    }
}
