using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ReadFeed.Listings;

/// <summary>Finds the article list of a page: among groups of links that stand in the same kind of place, the one that holds most headline text.</summary>
internal static class ListingFinder
{
    private const int FewestEntries = 3;
    private const int ShortestHeadline = 18;
    private const int LongestLabel = 40;
    private const int LongestCounted = 120;

    /// <summary>Empty when no group looks like a list of articles.</summary>
    public static IReadOnlyList<ListingEntry> Find(IDocument document, ListingSite site)
    {
        var headlines = document.QuerySelectorAll("a[href]").Where(link => !IsFurniture(link))
            .Select(link => new Headline(link, site.ArticleAddress(link) ?? "", TextOf(link))).Where(headline => headline.Address.Length > 0 && headline.Text.Length >= ShortestHeadline)
            .ToList();
        var groups = headlines.GroupBy(headline => PlaceOf(headline.Link)).Select(group => group.DistinctBy(headline => headline.Address).ToList())
            .Where(group => group.Count >= FewestEntries).OrderByDescending(Weight).ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        var addresses = groups[0].Select(headline => headline.Address).ToHashSet();
        var owners = OwnersOf(document.QuerySelectorAll("a[href]").Select(link => (link, site.ArticleAddress(link) ?? "")).Where(link => addresses.Contains(link.Item2)));
        return [.. groups[0].Select(headline => Entry(headline, owners, site))];
    }

    /// <summary>For each element around the list's links the one address in it, or null where it holds several.</summary>
    private static Dictionary<INode, string?> OwnersOf(IEnumerable<(IElement Link, string Address)> links)
    {
        var owners = new Dictionary<INode, string?>();
        foreach (var (link, address) in links)
        {
            for (var element = link; element is not null; element = element.ParentElement)
            {
                if (!owners.TryAdd(element, address) && owners[element] != address)
                {
                    owners[element] = null;
                }
            }
        }

        return owners;
    }

    private static ListingEntry Entry(Headline headline, Dictionary<INode, string?> owners, ListingSite site)
    {
        var top = headline.Link;
        while (top.ParentElement is { } parent && parent.LocalName != "body" && owners[parent] is not null)
        {
            top = parent;
        }

        // A list without a box around each entry: section, date and teaser stand beside the headline.
        var isFlat = TextOf(top).Length <= headline.Text.Length && top.ParentElement is not null;
        return new ListingEntry(headline.Address, HeadlineIn(headline.Link), isFlat ? FlatParts(top, owners) : [top], site.Base);
    }

    private static IElement HeadlineIn(IElement link) =>
        link.QuerySelector("h1,h2,h3,h4,h5,h6") ?? link.QuerySelector("[class*=title],[class*=headline]") ?? link;

    // Short lines before a headline are its section and date; the text after it is its teaser.
    private static List<INode> FlatParts(IElement headline, Dictionary<INode, string?> owners)
    {
        var parts = new List<INode> { headline };
        for (var node = headline.PreviousSibling; node is not null && !owners.ContainsKey(node) && !IsHeading(node) && TextOf(node).Length <= LongestLabel; node = node.PreviousSibling)
        {
            parts.Insert(0, node);
        }

        for (var node = headline.NextSibling; node is not null && !owners.ContainsKey(node); node = node.NextSibling)
        {
            if (TextOf(node).Length > LongestLabel)
            {
                parts.Add(node);
                break;
            }
        }

        return parts;
    }

    private static bool IsHeading(INode node) => node is IElement { LocalName: ['h', >= '1' and <= '6'] };

    private static double Weight(List<Headline> group)
    {
        var text = group.Sum(headline => Math.Min(headline.Text.Length, LongestCounted));
        var headings = group.Count(headline => headline.Link.QuerySelector("h1,h2,h3,h4,h5,h6") is not null || headline.Link.Closest("h1,h2,h3,h4,h5,h6") is not null);
        var dated = group.Count(headline => headline.Link.Closest("article,li,div,tr") is { } box && (box.QuerySelector("time") is not null || box.TextContent.Any(char.IsAsciiDigit)));
        var aside = group.Count(headline => headline.Link.Closest("aside,.sidebar,.popular,.related") is not null);
        return text * (1 + ((headings + (0.5 * dated) - (0.5 * aside)) / group.Count));
    }

    /// <summary>Names and first classes from the link up: the same for all entries of one list.</summary>
    private static string PlaceOf(IElement link)
    {
        var place = new List<string>();
        for (var element = link; element is not null && element.LocalName != "body"; element = element.ParentElement)
        {
            place.Add($"{element.LocalName}.{(element.ClassList.Length > 0 ? element.ClassList[0] : "")}");
        }

        return string.Join('>', place);
    }

    private static bool IsFurniture(IElement link) => link.Closest("nav,footer,form,[role=navigation],[aria-hidden=true]") is not null;

    private static string TextOf(INode node) => HtmlText.Collapse(node.TextContent);

    private sealed record Headline(IElement Link, string Address, string Text);
}
