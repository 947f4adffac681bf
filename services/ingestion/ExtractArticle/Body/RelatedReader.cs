using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads the other articles that the page points to from its read-also lines and boxes.</summary>
internal static class RelatedReader
{
    private const int MinHeadlineLetters = 15;
    private const int MaxHeadlineLength = 250;

    public static IReadOnlyList<RelatedLink> Read(PageTree tree, PageAddress address, string? title)
    {
        var related = new List<RelatedLink>();
        var seen = new HashSet<string> { PageText.Fold(title ?? string.Empty) };
        foreach (var link in Boxes(tree.Root).SelectMany(box => box.QuerySelectorAll("a[href]")))
        {
            var headline = HeadlineOf(link);
            var isNew = PageText.LetterCount(headline) >= MinHeadlineLetters && headline.Length <= MaxHeadlineLength && !Phrases.IsCall(headline) && seen.Add(PageText.Fold(headline));
            if (isNew && related.Count < ExtractionLimits.MaxRelated && address.Absolute(link.GetAttribute("href")) is { } url)
                related.Add(Describe(link, headline, url));
        }

        return related;
    }

    private static string HeadlineOf(IElement link) =>
        PageText.Normalize((link.QuerySelector("h2, h3, h4, h5, [class*='title' i], [class*='headline' i]") ?? link).TextContent);

    private static IEnumerable<IElement> Boxes(PageNode root)
    {
        foreach (var node in root.All())
        {
            var isBox = node.Dropped == DropReason.Related && node.Parent?.Dropped != DropReason.Related;
            var isLine = node.Dropped is null && node.OwnLinkLetters > 0 && node.OwnLetters < 200 && Phrases.IsReadAlso(PageText.Normalize(node.Element.TextContent));
            if (isBox || isLine)
                yield return node.Element;
        }
    }

    private static RelatedLink Describe(IElement link, string headline, string url)
    {
        var item = ItemOf(link);
        var time = item?.QuerySelector("time");
        return new RelatedLink
        {
            Headline = headline,
            Url = url,
            Section = Short(item?.QuerySelector("[class*='section' i], [class*='rubric' i], [class*='category' i]"), headline),
            PublishedAt = time is null ? null : DateReader.Parse(time.GetAttribute("datetime") ?? PageText.Normalize(time.TextContent)),
            Teaser = Teaser(item, headline),
        };
    }

    // The smallest box around the link that holds no second headline.
    private static IElement? ItemOf(IElement link)
    {
        var item = link.ParentElement;
        for (var level = 0; item is not null && level < 3; level++, item = item.ParentElement)
        {
            if (item.LocalName is "li" or "article" || item.QuerySelector("p, time") is not null)
                return item.QuerySelectorAll("a[href]").Select(HeadlineOf).Where(text => PageText.LetterCount(text) >= MinHeadlineLetters).Distinct().Take(2).Count() == 1 ? item : null;
        }

        return null;
    }

    private static string? Short(IElement? element, string headline)
    {
        var text = PageText.NullIfEmpty(element?.TextContent);
        return text is null || text.Length > 60 || text == headline ? null : text;
    }

    private static string? Teaser(IElement? item, string headline)
    {
        var text = PageText.NullIfEmpty(item?.QuerySelectorAll("p").FirstOrDefault(paragraph => paragraph.QuerySelector("a") is null)?.TextContent);
        return text is null || text == headline ? null : PageText.Cut(text, ExtractionLimits.MaxDescriptionLength);
    }
}
