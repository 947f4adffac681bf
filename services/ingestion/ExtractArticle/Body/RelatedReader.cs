using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads the other articles that the page points to from its read-also lines and boxes.</summary>
internal static class RelatedReader
{
    private const int MinHeadlineLetters = 15;
    private const int MaxHeadlineLength = 250;
    private const int MaxLineLength = 300;
    private const int MaxLinks = 500;

    // A box of more links is a map of the site.
    private const int MaxLinksOfBox = 100;

    /// <summary>One entry an address, in the order of the page; a line in the text gives way to the fuller entry of a list.</summary>
    public static IReadOnlyList<RelatedLink> Read(PageTree tree, PageAddress address, string? title) => ReadBoxes(Boxes(tree), address, title);

    /// <summary>The same from boxes that somebody named.</summary>
    public static IReadOnlyList<RelatedLink> ReadBoxes(IEnumerable<IElement> boxes, PageAddress address, string? title)
    {
        var own = PageText.Fold(title ?? string.Empty);
        var entries = boxes
            .SelectMany(box => box.QuerySelectorAll("a[href]") is { Length: <= MaxLinksOfBox } links ? links.Select(link => Entry(box, link, address)) : [])
            .Take(MaxLinks)
            .OfType<RelatedLink>()
            .Where(entry => PageText.Fold(entry.Headline) != own);
        return [.. entries.GroupBy(entry => entry.Url).Select(same => same.MaxBy(Fullness)!).Take(ExtractionLimits.MaxRelated)];
    }

    private static int Fullness(RelatedLink entry) =>
        (entry.Teaser is null ? 0 : 1) + (entry.PublishedAt is null ? 0 : 1) + (entry.Section is null ? 0 : 1);

    private static IEnumerable<IElement> Boxes(PageTree tree)
    {
        foreach (var node in tree.Root.All())
        {
            var isBox = node.Dropped == DropReason.Related && node.Parent?.Dropped != DropReason.Related;
            var isLine = node.Dropped is null && node.OwnLinkLetters > 0 && node.OwnLetters < 200 && Phrases.IsReadAlso(tree.TextOf(node.Element, MaxLineLength));
            if (isBox || isLine)
                yield return node.Element;
        }
    }

    private static RelatedLink? Entry(IElement box, IElement link, PageAddress address)
    {
        var headline = HeadlineOf(link);
        if (PageText.LetterCount(headline) < MinHeadlineLetters || headline.Length > MaxHeadlineLength || Phrases.IsCall(headline))
            return null;

        return address.Absolute(link.GetAttribute("href")) is { } url
            ? RelatedItem.Read(ItemOf(box, link, headline), link, headline) with { Url = url }
            : null;
    }

    private static string HeadlineOf(IElement link) =>
        PageText.Normalize((link.QuerySelector("h2, h3, h4, h5, [class*='title' i], [class*='headline' i]") ?? link).TextContent);

    // The largest part of the box around the link that holds no second headline.
    private static IElement ItemOf(IElement box, IElement link, string headline)
    {
        var item = link;
        while (item != box && item.ParentElement is { } parent && !HoldsAnother(parent, headline))
            item = parent;
        return item;
    }

    private static bool HoldsAnother(IElement element, string headline) =>
        element.QuerySelectorAll("a[href]").Select(HeadlineOf).Any(other => other != headline && PageText.LetterCount(other) >= MinHeadlineLetters);
}
