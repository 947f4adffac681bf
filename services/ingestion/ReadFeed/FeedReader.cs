using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ReadFeed.Json;
using NewsPlatform.Ingestion.ReadFeed.Syndication;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed, well-formed or not.</summary>
public static class FeedReader
{
    /// <param name="body">The document, inflated.</param>
    /// <param name="contentType">As the server said it, with its charset.</param>
    /// <param name="baseUri">Where the document was found; relative links count from it.</param>
    /// <param name="limits">Null = <see cref="FeedLimits.Default"/>.</param>
    /// <exception cref="UnreadableFeedException">The body is no feed.</exception>
    public static ParsedFeed Read(byte[] body, string? contentType, Uri? baseUri, FeedLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var bounds = limits ?? FeedLimits.Default;
        BodyRules.Check(body, bounds);
        return PatternPatience.Within(() => ReadChecked(body, contentType, baseUri, bounds), UnreadableFeedException.OutOfPatience);
    }

    private static ParsedFeed ReadChecked(byte[] body, string? contentType, Uri? baseUri, FeedLimits bounds)
    {
        if (JsonFeedReader.LooksLike(body))
        {
            return JsonFeedReader.Read(TextDecoder.Plain(body, contentType).Text, baseUri, bounds);
        }

        var document = FeedDocument.Read(body, contentType, baseUri, bounds);
        var wire = new WireReader(bounds).Read(document.Root) ?? throw new UnreadableFeedException(BodyRules.NoFeed(document.Root));
        return new SyndicationAdapter(bounds, baseUri).ToFeed(wire) with { WellFormed = document.WellFormed };
    }
}
