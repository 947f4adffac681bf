using System.Text;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Text of small pieces of HTML, in one pass: feeds carry thousands of them, and no nesting can hurt it.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Inline =
        new(StringComparer.OrdinalIgnoreCase) { "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "del", "mark", "nobr", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr" };

    /// <summary>The text without tags, references decoded, white space collapsed; scripts, styles and comments left out.</summary>
    public static string Strip(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return Collapse(html);
        }

        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            at = open < 0 ? html.Length : SkipMarkup(html, open, text);
        }

        return Collapse(XmlReferences.Decode(text.ToString()));
    }

    public static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int SkipMarkup(string html, int open, StringBuilder text)
    {
        var rest = html.AsSpan(open);
        if (rest.StartsWith("<!--"))
        {
            return After(html, "-->", open);
        }

        var isTag = rest.Length > 2 && (char.IsAsciiLetter(rest[1]) || (rest[1] == '/' && char.IsAsciiLetter(rest[2])));
        if (!isTag)
        {
            text.Append('<');
            return open + 1;
        }

        var tag = TagScanner.Scan(html, rest[1] == '/' ? open + 1 : open);
        if (!Inline.Contains(tag.Name))
        {
            text.Append(' ');
        }

        var isHidden = rest[1] != '/' && tag.Name.ToLowerInvariant() is "script" or "style" or "template";
        return isHidden ? After(html, "</" + tag.Name, tag.End) : tag.End;
    }

    private static int After(string html, string mark, int from)
    {
        var end = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end + (mark.StartsWith("</", StringComparison.Ordinal) ? 0 : mark.Length);
    }
}
