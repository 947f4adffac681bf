using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>HTML inside feeds, as strings: written from the tree, recognised, its links made absolute. Nothing here makes it safe to show.</summary>
internal static partial class Markup
{
    private static readonly HashSet<string> Void = ["area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"];

    /// <summary>The content of an element as HTML, names without prefixes.</summary>
    public static string Inner(FeedElement element)
    {
        var html = new StringBuilder();
        AppendInner(html, element, element.Namespace);
        return html.ToString();
    }

    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>True for text with a tag or a reference in it.</summary>
    public static bool LooksLike(string text) =>
        (text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text)) || (text.Contains('&', StringComparison.Ordinal) && Reference().IsMatch(text));

    /// <summary>Rewrites the relative addresses of the attributes that hold one; all else stays to the letter.</summary>
    public static string WithAbsoluteLinks(string html, Uri? baseUri) =>
        baseUri is null || !html.Contains('<', StringComparison.Ordinal)
            ? html
            : StartTag().Replace(html, tag => Address().Replace(tag.Value, attribute => Absolute(attribute, baseUri)));

    private static string Absolute(Match attribute, Uri baseUri)
    {
        var written = WebUtility.HtmlDecode(attribute.Groups["value"].Value);
        var resolved = FeedLink.Resolve(written.Length == 0 ? "" : written, baseUri);
        return resolved is null || resolved == written
            ? attribute.Value
            : $"{attribute.Groups["name"].Value}=\"{Escape(resolved).Replace("\"", "&quot;", StringComparison.Ordinal)}\"";
    }

    private static void AppendInner(StringBuilder html, FeedElement element, string outerNamespace)
    {
        foreach (var node in element.Nodes)
        {
            if (node is FeedElement child)
            {
                AppendOuter(html, child, outerNamespace);
            }
            else
            {
                html.Append(Escape((string)node));
            }
        }
    }

    private static void AppendOuter(StringBuilder html, FeedElement element, string outerNamespace)
    {
        html.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes.Where(attribute => !attribute.Name.StartsWith("xmlns", StringComparison.Ordinal)))
        {
            html.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        // Drawings and formulas keep their namespace, by which a browser knows them.
        if (element.Namespace != outerNamespace && element.Namespace.Length > 0 && !element.Key.StartsWith("xhtml:", StringComparison.Ordinal) && element.Key.Contains(':', StringComparison.Ordinal))
        {
            html.Append(" xmlns=\"").Append(Escape(element.Namespace)).Append('"');
        }

        if (Void.Contains(element.Name) && element.Nodes.Count == 0)
        {
            html.Append(" />");
            return;
        }

        html.Append('>');
        AppendInner(html, element, element.Namespace);
        html.Append("</").Append(element.Name).Append('>');
    }

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,2000}>|</?[a-zA-Z]\w*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Reference();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex StartTag();

    [GeneratedRegex(@"(?<=\s)(?<name>(?i:href|src|action|cite|longdesc|background|poster|data|codebase|classid|profile|usemap))\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)')", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Address();
}
