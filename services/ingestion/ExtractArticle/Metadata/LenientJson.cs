using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads JSON as publishers print it into pages: comment wrappers, raw line breaks inside strings, a missing end.</summary>
internal static partial class LenientJson
{
    /// <summary>The root, or null when even the repaired text is no JSON.</summary>
    public static JsonElement? TryParse(string text, JsonDocumentOptions options)
    {
        var trimmed = Unwrap(Mended(text));
        return trimmed.Length == 0 ? null : Parse(trimmed, options) ?? Parse(Repair(trimmed), options);
    }

    /// <summary>The string, or null when its escapes are no Unicode text (half a surrogate pair).</summary>
    public static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text with half surrogate pairs in members' names replaced: they are valid JSON, and looking any member up beside one throws.</summary>
    public static string Mended(string text)
    {
        if (!text.Contains("\\uD", StringComparison.OrdinalIgnoreCase))
            return text;

        var mended = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '"' ? EndOfString(text, at) : at + 1;
            var isName = end - at > 1 && text.AsSpan(end).TrimStart() is [':', ..];
            if (isName)
                mended.Append(HalfPair().Replace(text[at..end], "\\ufffd"));
            else
                mended.Append(text, at, end - at);

            at = end;
        }

        return mended.ToString();
    }

    private static int EndOfString(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '"')
                return at + 1;
        }

        return text.Length;
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant, PatternPatience.Milliseconds)]
    private static partial Regex HalfPair();

    private static JsonElement? Parse(string text, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(text, options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Unwrap(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        return start < 0 ? string.Empty : end > start ? text[start..(end + 1)] : text[start..];
    }

    /// <summary>Escapes control characters and bad escapes inside strings and closes what the text left open.</summary>
    private static string Repair(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (inString && character == '\\')
            {
                var next = i + 1 < text.Length ? text[i + 1] : '\\';
                result.Append(next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? $"\\{next}" : "\\\\" + (next < ' ' ? ' ' : next));
                i++;
            }
            else if (character == '"')
            {
                inString = !inString;
                result.Append(character);
            }
            else
            {
                result.Append(character < ' ' ? ' ' : character);
                if (!inString)
                    Track(open, character);
            }
        }

        if (inString)
            result.Append('"');
        while (open.TryPop(out var close))
            result.Append(close);
        return result.ToString();
    }

    private static void Track(Stack<char> open, char character)
    {
        if (character is '{' or '[')
            open.Push(character == '{' ? '}' : ']');
        else if (character is '}' or ']' && open.Count > 0)
            open.Pop();
    }
}
