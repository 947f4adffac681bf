namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Counts how deep a raw page nests before a tree is built of it, for building is quadratic in the depth.</summary>
internal static class NestingGuard
{
    // Elements without an end tag, or whose end tag may be left out: they do not pile up.
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup",
        "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt", "rb", "html", "head", "body",
    };

    // Drawings close these with "/>", which in HTML proper closes nothing.
    private static readonly HashSet<string> Drawing = new(StringComparer.OrdinalIgnoreCase)
    {
        "path", "use", "circle", "rect", "image", "stop", "line", "polygon", "polyline", "ellipse", "animate", "animatetransform", "g", "defs", "mask", "symbol",
    };

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "iframe"];

    // What looks like a comment or a script may stand in an attribute, and then hides nothing: all of the page is counted too, with room for scripts that write tags.
    private const int DepthOfEverything = 5 * ExtractionLimits.MaxDepth;

    /// <summary>True when more than <see cref="ExtractionLimits.MaxDepth"/> elements are open at once.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html) =>
        IsDeeper(html, ExtractionLimits.MaxDepth, skipsHidden: true) || IsDeeper(html, DepthOfEverything, skipsHidden: false);

    private static bool IsDeeper(ReadOnlySpan<char> html, int limit, bool skipsHidden)
    {
        var depth = 0;

        // An end tag closes what is open by its name; a stray one closes nothing.
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        while (html.IndexOf('<') is var start and >= 0 && start + 1 < html.Length)
        {
            html = html[(start + 1)..];
            if (skipsHidden && html.StartsWith("!--"))
            {
                html = After(html, "-->");
                continue;
            }

            var isEnd = html[0] == '/';
            var name = NameOf(isEnd ? html[1..] : html);
            if (name.Length == 0)
                continue;

            if (skipsHidden && !isEnd && RawTextOf(name) is { } raw)
            {
                html = After(html, "</" + raw);
            }
            else if (!NotCounted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && !IsClosedDrawing(name, html))
            {
                open.TryGetValue(name, out var count);
                var change = !isEnd ? 1 : count > 0 ? -1 : 0;
                open[name] = count + change;
                depth += change;
            }

            if (depth > limit)
                return true;
        }

        return false;
    }

    private static bool IsClosedDrawing(ReadOnlySpan<char> name, ReadOnlySpan<char> html) =>
        Drawing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && html.IndexOf('>') is var end and > 0 && html[end - 1] == '/';

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && length < 40 && (char.IsAsciiLetterOrDigit(html[length]) || html[length] is '-' or ':'))
            length++;
        return length > 0 && char.IsAsciiLetter(html[0]) ? html[..length] : [];
    }

    private static string? RawTextOf(ReadOnlySpan<char> name)
    {
        foreach (var raw in RawText)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
                return raw;
        }

        return null;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string mark)
    {
        var end = html.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? [] : html[(end + mark.Length)..];
    }
}
