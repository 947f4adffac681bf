using System.Text;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Reads a text element: escaped, inline or base64, plain or markup.</summary>
internal static class WireTexts
{
    /// <param name="usualType">The media type where the element names none.</param>
    /// <param name="isAtom">Atom says what its texts are; RSS leaves it to the reader to see.</param>
    public static WireText Read(FeedElement element, string usualType, bool isAtom)
    {
        var type = TypeOf(element, usualType);
        var value = ValueOf(element, type).Trim();
        if (!isAtom && type == "text/plain" && Markup.LooksLike(value))
        {
            type = "text/html";
        }

        var isMarkup = type is "text/html" or "application/xhtml+xml";
        return new WireText(
            isMarkup ? Markup.WithAbsoluteLinks(value, element.Base) : value,
            type,
            element.Language,
            element.Base?.AbsoluteUri,
            FeedLink.Resolve(element.Attribute("src"), element.Base));
    }

    private static string TypeOf(FeedElement element, string usual)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant();
        return type switch
        {
            null or "" => usual == "text/plain" && element.Children.Any() ? "application/xhtml+xml" : usual,
            "text" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            _ => type.Contains('/', StringComparison.Ordinal) ? type : usual,
        };
    }

    private static string ValueOf(FeedElement element, string type)
    {
        if (element.Children.Any())
        {
            var inner = Markup.Inner(element);
            return element.Attribute("type") == "xhtml" ? WithoutWrapper(inner.Trim()) : inner;
        }

        var text = element.Text();
        if (type == "application/xhtml+xml")
        {
            return element.Attribute("mode") is "escaped" or "base64" ? Decoded(element, type, text) : Markup.Escape(text);
        }

        return Decoded(element, type, text);
    }

    private static string Decoded(FeedElement element, string type, string text)
    {
        var isBase64 = element.Attribute("mode") == "base64"
            || (element.Key == "content" && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal));
        if (!isBase64)
        {
            return text;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    // Atom 1.0 demands one div around XHTML and says that it is not part of the text.
    private static string WithoutWrapper(string markup)
    {
        var start = markup.IndexOf('>', StringComparison.Ordinal);
        var isWrapped = markup.StartsWith("<div", StringComparison.Ordinal) && markup.EndsWith("</div>", StringComparison.Ordinal) && start > 0 && markup[start - 1] != '/';
        return isWrapped ? markup[(start + 1)..^"</div>".Length] : markup;
    }
}
