using System.Runtime.InteropServices;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Counts how deep a raw page nests before a tree is built of it, for building is quadratic in the depth.</summary>
internal static class NestingGuard
{
    // Elements without an end tag, or whose end tag may be left out: they do not pile up.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotCounted = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup",
        "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt", "rb", "html", "head", "body",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Drawings close these with "/>", which in HTML proper closes nothing.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Drawing = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "path", "use", "circle", "rect", "image", "stop", "line", "polygon", "polyline", "ellipse", "animate", "animatetransform", "g", "defs", "mask", "symbol",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "iframe"];

    // What looks like a comment or a script may stand in an attribute, and then hides nothing: all of the page is counted too, with room for scripts that write tags.
    private const int DepthOfEverything = 5 * ExtractionLimits.MaxDepth;

    /// <summary>True when more than <see cref="ExtractionLimits.MaxDepth"/> elements are open at once.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var depth = default(Open);

        // An end tag closes what is open by its name; a stray one closes nothing.
        var names = new Dictionary<string, Open>(StringComparer.OrdinalIgnoreCase);
        var open = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var hiddenTo = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = Next(html, at + 1))
        {
            var tag = html[(at + 1)..];
            if (at >= hiddenTo && tag.StartsWith("!--"))
            {
                hiddenTo = html.Length - AfterComment(tag).Length;
                continue;
            }

            var isEnd = tag[0] == '/';
            var name = NameOf(isEnd ? tag[1..] : tag);
            if (name.Length == 0)
                continue;

            if (at >= hiddenTo && !isEnd && RawTextOf(name) is { } raw)
                hiddenTo = html.Length - AfterEndOf(raw, tag).Length;
            if (NotCounted.Contains(name) || IsClosedDrawing(name, tag))
                continue;

            depth = Count(ref CollectionsMarshal.GetValueRefOrAddDefault(open, name, out _), depth, isEnd, isHidden: at < hiddenTo);
            if (depth.Shown > ExtractionLimits.MaxDepth || depth.All > DepthOfEverything)
                return true;
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> html, int from) => html[from..].IndexOf('<') is var next and >= 0 ? from + next : -1;

    private static Open Count(ref Open name, Open depth, bool isEnd, bool isHidden)
    {
        var all = Change(name.All, isEnd);
        var shown = isHidden ? 0 : Change(name.Shown, isEnd);
        name = new Open(name.Shown + shown, name.All + all);
        return new Open(depth.Shown + shown, depth.All + all);
    }

    private static int Change(int open, bool isEnd) => !isEnd ? 1 : open > 0 ? -1 : 0;

    private static bool IsClosedDrawing(ReadOnlySpan<char> name, ReadOnlySpan<char> html) =>
        Drawing.Contains(name) && html.IndexOf('>') is var end and > 0 && html[end - 1] == '/';

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

    private static ReadOnlySpan<char> AfterComment(ReadOnlySpan<char> html) => html.IndexOf("-->") is var end and >= 0 ? html[(end + 3)..] : [];

    // By "</" first: a search that minds no case looks at every letter of a script.
    private static ReadOnlySpan<char> AfterEndOf(string name, ReadOnlySpan<char> html)
    {
        while (html.IndexOf("</") is var end and >= 0)
        {
            html = html[(end + 2)..];
            if (html.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return html[name.Length..];
        }

        return [];
    }

    // Elements that are open, without what comments and scripts hide and with it.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Open(int Shown, int All);
}
