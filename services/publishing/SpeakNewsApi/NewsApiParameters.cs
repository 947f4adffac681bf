using System.Globalization;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>
/// A request's parameters as the contract reads them: names in any case, unknown ones ignored, a list also as the same parameter again and again (npm
/// <c>newsapi</c> sends arrays so); what it does not refuse in words is let pass.
/// </summary>
internal sealed class NewsApiParameters(IQueryCollection query)
{
    private const long Beyond = 1_000_000_000_000;

    // Gives null for what is no date, which here means that it was not asked for.
    private readonly QueryParameters _lenient = new(query);

    /// <summary>Without surrounding blanks; null when absent or blank.</summary>
    public string? Text(string name) => query[name].Select(value => value?.Trim()).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>The different entries of a list, in their order; empty when absent.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A date or a time, UTC unless told; null when absent or none.</summary>
    public DateTimeOffset? Instant(string name, bool endOfDay = false) => _lenient.Instant(name, endOfDay);

    /// <summary>A whole number; beyond 10¹² it is that. False when the parameter is there and holds none.</summary>
    public bool TryNumber(string name, long whenAbsent, out long number)
    {
        number = whenAbsent;
        if (!query.TryGetValue(name, out var values))
        {
            return true;
        }

        var text = values[0]?.Trim() ?? "";
        if (!text.SkipWhile((letter, place) => place == 0 && letter is '-' or '+').DefaultIfEmpty('?').All(char.IsAsciiDigit))
        {
            return false;
        }

        number = decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact)
            ? (long)Math.Clamp(exact, -Beyond, Beyond)
            : text.StartsWith('-') ? -Beyond : Beyond;
        return true;
    }
}
