using System.Text.RegularExpressions;
using NewsPlatform.Ingestion.DecodeText;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>An XML document read by either path.</summary>
/// <param name="Charset">The charset used.</param>
/// <param name="WellFormed">False when the charset was declared wrongly or only the tolerant path could read it.</param>
internal sealed partial record FeedDocument(FeedElement Root, string Charset, bool WellFormed)
{
    /// <exception cref="UnreadableFeedException">Not one element in it, or a limit passed.</exception>
    public static FeedDocument Read(byte[] body, string? contentType, Uri? baseUri, FeedLimits limits)
    {
        var decoded = TextDecoder.Xml(body, contentType);
        var text = Declaration().Replace(decoded.Text.TrimStart('\uFEFF'), "", 1).Trim('\0', ' ', '\t', '\r', '\n');
        if (StrictXml.TryRead(text, limits, baseUri) is { } root)
        {
            return new FeedDocument(root, decoded.Charset, decoded.Declared);
        }

        var tolerant = new TolerantXml(text, limits, baseUri).Read()
            ?? throw new UnreadableFeedException("The document is no feed: it holds neither XML nor JSON.");
        return new FeedDocument(tolerant, decoded.Charset, WellFormed: false);
    }

    // The text is decoded already; a declaration that names another charset must not be believed a second time.
    [GeneratedRegex(@"^\s*<\?xml\s[^>]{0,300}\?>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Declaration();
}
