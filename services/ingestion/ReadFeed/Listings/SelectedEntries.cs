using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ReadFeed.Listings;

/// <summary>Finds the entries by the selectors of the source's owner.</summary>
internal static class SelectedEntries
{
    public static IReadOnlyList<ListingEntry> Find(IDocument document, ListingSite site, ListingSelectors selectors) =>
        [.. Select(document, selectors.Entry).Select(entry => Entry(entry, site, selectors)).OfType<ListingEntry>()];

    private static ListingEntry? Entry(IElement entry, ListingSite site, ListingSelectors selectors)
    {
        var headline = selectors.Headline is null ? null : Select(entry, selectors.Headline).FirstOrDefault();
        var links = selectors.Link is not null ? Select(entry, selectors.Link)
            : headline is not null ? Links(headline).Concat(Links(entry))
            : Links(entry).OrderByDescending(link => link.TextContent.Trim().Length);
        var link = links.FirstOrDefault(link => site.ArticleAddress(link) is not null);
        return link is null
            ? null
            : new ListingEntry(site.ArticleAddress(link)!, headline ?? link, [entry], site.Base) // checked one line above
            {
                Section = TextOf(entry, selectors.Section),
                Date = TextOf(entry, selectors.Date),
                Teaser = TextOf(entry, selectors.Teaser),
            };
    }

    private static IEnumerable<IElement> Links(IElement element) =>
        element.QuerySelectorAll("a[href]").Concat(element.Closest("a[href]") is { } around ? [around] : []);

    private static string? TextOf(IElement entry, string? selector) =>
        selector is null ? null : HtmlText.Collapse(string.Join(' ', Select(entry, selector).Select(found => found.GetAttribute("datetime") ?? found.TextContent)));

    private static IEnumerable<IElement> Select(IParentNode within, string selector)
    {
        try
        {
            return within.QuerySelectorAll(selector);
        }
        catch (DomException problem)
        {
            throw new UnreadableFeedException($"The selector \"{selector}\" is no valid CSS selector.", problem);
        }
    }
}
