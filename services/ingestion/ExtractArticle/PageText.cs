using System.Text;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Text of pages made plain: single spaces, no invisible characters, cut at words.</summary>
internal static partial class PageText
{
    /// <summary>Collapses all white space to single spaces and drops soft hyphens and zero-width characters.</summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;

        var result = new StringBuilder(text.Length);
        var space = false;
        foreach (var character in text)
        {
            if (IsInvisible(character))
                continue;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                space = true;
                continue;
            }

            if (space && result.Length > 0)
                result.Append(' ');
            space = false;
            result.Append(character);
        }

        return result.ToString();
    }

    public static string? NullIfEmpty(string? text)
    {
        var normal = Normalize(text);
        return normal.Length == 0 ? null : normal;
    }

    /// <summary>The text without tags and character references, for values that publishers fill with markup.</summary>
    public static string? PlainOf(string? text, int limit)
    {
        if (text is null)
            return null;

        // Twice: feeds of content systems escape what was already escaped.
        var decoded = System.Net.WebUtility.HtmlDecode(System.Net.WebUtility.HtmlDecode(text));
        return NullIfEmpty(Cut(Normalize(Tags().Replace(decoded, " ")), limit));
    }

    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;

        var space = text.LastIndexOf(' ', limit - 1);
        var end = space > limit / 2 ? space : limit;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end];
    }

    public static int LetterCount(string text)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                count++;
        }

        return count;
    }

    /// <summary>Letters and digits only, lower case: what two printings of one sentence share.</summary>
    public static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                result.Append(char.ToLowerInvariant(character));
        }

        return result.ToString();
    }

    public static bool IsInvisible(char character) =>
        character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u202A' or '\u202C';

    [GeneratedRegex("<[a-zA-Z/!][^<>]{0,1000}>", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Tags();
}
