using System.Text;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Reads a text element: escaped, inline or base64, plain or markup.</summary>
internal static class WireTexts
{
    /// <param name="usualType">The media type where the element names none.</param>
    /// <param name="version">Of the feed: Atom says what its texts are; RSS leaves it to the reader to see.</param>
    public static WireText Read(FeedElement element, string usualType, string version)
    {
        var type = TypeOf(element, usualType);
        var value = ValueOf(element, type, version).Trim();
        if (IsBase64(element, type) && !type.StartsWith("text/", StringComparison.Ordinal) && Markup.LooksLike(value))
        {
            type = "text/html";
        }

        if (!version.StartsWith("atom", StringComparison.Ordinal) && type == "text/plain" && Markup.LooksLike(value))
        {
            type = "text/html";
        }

        var isMarkup = type is "text/html" or "application/xhtml+xml";
        return new WireText(
            isMarkup ? Markup.WithAbsoluteLinks(value, element.Base) : value,
            type,
            element.Language is { Length: > 0 } language ? language : null,
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

    private static string ValueOf(FeedElement element, string type, string version)
    {
        if (type == "text/html" && element.Children.Any() && element.Children.All(child => child.Name == "div" && !child.Children.Any()))
        {
            return element.Text(); // escaped markup inside a real div, as one blog host wrote it
        }

        if (element.Children.Any())
        {
            var inner = Markup.Inner(element);
            return version == "atom10" && type == "application/xhtml+xml" ? WithoutWrapper(inner.Trim()) : inner;
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
        if (!IsBase64(element, type))
        {
            return text;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static bool IsBase64(FeedElement element, string type) =>
        element.Attribute("mode") == "base64"
        || (element.Attribute("type") is not null && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && !type.EndsWith("json", StringComparison.Ordinal));

    // Atom 1.0 demands one div around XHTML and says that it is not part of the text.
    private static string WithoutWrapper(string markup)
    {
        var start = markup.IndexOf('>', StringComparison.Ordinal);
        var isWrapped = markup.StartsWith("<div", StringComparison.Ordinal) && markup.EndsWith("</div>", StringComparison.Ordinal) && start > 0 && markup[start - 1] != '/';
        return isWrapped ? markup[(start + 1)..^"</div>".Length] : markup;
    }
}
