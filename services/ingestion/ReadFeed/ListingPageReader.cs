using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed.Listings;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Reads the list of articles on an HTML page, which it finds by itself: the repeating links that carry headlines.</summary>
public static class ListingPageReader
{
    /// <param name="body">The page, inflated.</param>
    /// <param name="contentType">As the server said it.</param>
    /// <param name="pageUri">Where the page was found; only links to the same site are entries.</param>
    /// <param name="now">When the page was read, for "today, 14:00"; its offset is taken for the publisher's.</param>
    /// <param name="selectors">Null = found by itself.</param>
    /// <param name="limits">Null = <see cref="FeedLimits.Default"/>.</param>
    /// <exception cref="UnreadableFeedException">The page holds no list, or a selector matches nothing.</exception>
    public static ParsedFeed Read(byte[] body, string? contentType, Uri pageUri, DateTimeOffset now, ListingSelectors? selectors = null, FeedLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(pageUri);
        var bounds = limits ?? FeedLimits.Default;
        BodyRules.Check(body, bounds);
        return PatternPatience.Within(() => ReadPage(body, contentType, pageUri, now, selectors, bounds), UnreadableFeedException.OutOfPatience);
    }

    private static ParsedFeed ReadPage(byte[] body, string? contentType, Uri pageUri, DateTimeOffset now, ListingSelectors? selectors, FeedLimits bounds)
    {
        var html = TextDecoder.Html(body, contentType).Text;
        if (NestingGuard.IsTooDeep(html))
        {
            throw new UnreadableFeedException("The page is refused: it nests its elements too deep.") { Limit = IngestionLimit.HtmlNesting };
        }

        var document = new HtmlParser().ParseDocument(html);
        var site = new ListingSite(pageUri, BaseOf(document, pageUri));
        var entries = selectors is null ? ListingFinder.Find(document, site) : SelectedEntries.Find(document, site, selectors);
        if (entries.Count == 0)
        {
            throw new UnreadableFeedException(selectors is null
                ? "The page holds no list of articles that can be found by itself: give the address of a feed or a sitemap of the site instead."
                : $"The selector \"{selectors.Entry}\" matches no entry with a link to the same site.");
        }

        var items = entries.Select(entry => EntryReader.Read(entry, now)).DistinctBy(item => item.Id).ToList();
        return new ParsedFeed
        {
            Format = FeedFormats.Listing,
            Title = HtmlText.Collapse(document.Title ?? "") is { Length: > 0 } title ? title : null,
            Link = pageUri.AbsoluteUri,
            Language = document.DocumentElement.GetAttribute("lang"),
            Items = [.. items.Take(bounds.MaxItems)],
            Truncated = items.Count > bounds.MaxItems,
        };
    }

    private static Uri BaseOf(IHtmlDocument document, Uri pageUri) =>
        FeedLink.Resolve(document.QuerySelector("base[href]")?.GetAttribute("href"), pageUri) is { } address && FeedLink.IsWeb(address) ? new Uri(address) : pageUri;
}
