using System.Globalization;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.Http;

/// <summary>Reads a request's query parameters; <see cref="Problem"/> is the first one's sentence that could not be read.</summary>
internal sealed class QueryParameters(IQueryCollection query)
{
    private const int MaximumText = 500;

    private static readonly string[] Dates = ["yyyy-MM-dd"];

    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Null while everything read was well formed.</summary>
    public string? Problem { get; private set; }

    /// <summary>The parameter without surrounding blanks; null when absent or empty.</summary>
    public string? Text(string name, int maximumLength = MaximumText)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            return Fail($"{name} is given {values.Count} times: give it once.");
        }

        var text = values.Count == 0 ? null : values[0]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return text.Length <= maximumLength ? text : Fail($"{name} has {text.Length} characters: give at most {maximumLength}.");
    }

    /// <summary>The values that commas part, without blanks and empty ones; none when absent. More than <paramref name="most"/> are refused.</summary>
    public IReadOnlyList<string> List(string name, int most, int maximumLength = MaximumText)
    {
        var values = Text(name, maximumLength)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (values.Length > most)
        {
            Fail($"{name} names {values.Length} values: give at most {most}.");
        }

        return values;
    }

    /// <summary>An ISO 639 code in lower case.</summary>
    public string? Language(string name = "language")
    {
        var code = Text(name)?.ToLowerInvariant();
        return code is null || (code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower))
            ? code
            : Fail($"{name} is '{Shown(code)}': give an ISO 639-1 code such as en, ru or uk.");
    }

    /// <summary>One of the words, in any case.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> words)
    {
        var word = Text(name)?.ToLowerInvariant();
        return word is null || words.Contains(word) ? word : Fail($"{name} is '{Shown(word)}': give {string.Join(" or ", words!)}.");
    }

    /// <summary>A date (UTC) or a date and time; a bare date means its first instant, or its last one when <paramref name="endOfDay"/>.</summary>
    public DateTimeOffset? Instant(string name, bool endOfDay = false)
    {
        // A '+' that was not escaped arrives as a blank; no time holds a blank otherwise.
        var text = Text(name)?.Replace(' ', '+');
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            return endOfDay ? day.AddDays(1).AddMilliseconds(-1) : day;
        }

        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        Fail($"{name} is '{Shown(text)}': give a date such as 2026-01-31 or a time such as 2026-01-31T18:00:00Z.");
        return null;
    }

    /// <summary><c>limit</c>: 1 to 200.</summary>
    public int Limit(int whenAbsent = PageLimits.Default)
    {
        var text = Text("limit");
        if (text is null)
        {
            return whenAbsent;
        }

        if (PageLimits.Parse(text, out var problem) is { } limit)
        {
            return limit;
        }

        Fail(problem);
        return whenAbsent;
    }

    /// <summary>A whole number in bounds; null when absent.</summary>
    public int? Number(string name, int least, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fail($"{name} is '{Shown(text)}': give a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>The position in <c>cursor</c>; null when absent.</summary>
    public T? Position<T>() where T : class
    {
        var text = Text("cursor", Cursor.MaxLength);
        if (text is null)
        {
            return null;
        }

        if (Cursor.TryDecode<T>(text, out var position))
        {
            return position;
        }

        Fail($"cursor is '{Shown(text)}': give the 'next' of a page of this very list, or none to begin anew.");
        return null;
    }

    /// <summary>What a sentence about a value shows of it: its first 60 characters.</summary>
    public static string Shown(string value) => value.Length <= 60 ? value : value[..60] + "…";

    /// <summary>Notes a problem, unless there is one already; gives null.</summary>
    public string? Fail(string problem)
    {
        Problem ??= problem;
        return null;
    }
}
