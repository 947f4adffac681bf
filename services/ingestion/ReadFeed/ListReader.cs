namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Reads the list of a source by the kind that its owner declared.</summary>
public static class ListReader
{
    /// <param name="kind">feed, sitemap or listing.</param>
    /// <param name="body">The document, inflated.</param>
    /// <param name="contentType">As the server said it.</param>
    /// <param name="address">Where the document was found, after redirects.</param>
    /// <param name="now">When it was read.</param>
    /// <param name="selectors">For listings; null = found by itself.</param>
    /// <param name="limits">Null = <see cref="FeedLimits.Default"/>.</param>
    /// <exception cref="UnreadableFeedException">The document is not of that kind.</exception>
    public static ParsedFeed Read(string kind, byte[] body, string? contentType, Uri address, DateTimeOffset now, ListingSelectors? selectors = null, FeedLimits? limits = null) => kind switch
    {
        "feed" => FeedReader.Read(body, contentType, address, limits),
        "sitemap" => NewsSitemapReader.Read(body, contentType, address, limits),
        "listing" => ListingPageReader.Read(body, contentType, address, now, selectors, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A list is a feed, a sitemap or a listing."),
    };
}
