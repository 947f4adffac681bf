namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Finds the blocks of the page that hold the article: prose gives its score to the blocks around it, the best one wins, alike neighbours join.</summary>
internal static class BodyFinder
{
    private const int Levels = 5;
    private const int JoinLevels = 5;
    private const double WorthwhileGain = 0.25;

    /// <summary>The parts of the article in reading order; empty when the page has no prose.</summary>
    public static IReadOnlyList<PageNode> Find(PageTree tree)
    {
        var candidates = Score(tree.Root);
        if (candidates.Count == 0)
            return [];

        var top = candidates.MaxBy(node => node.Score * (1 - node.LinkDensity))!;
        return Join(top);
    }

    private static List<PageNode> Score(PageNode root)
    {
        var candidates = new HashSet<PageNode>();
        foreach (var unit in root.All().Where(node => node.Dropped is null && node.OwnLetters >= 25 && !node.InsideLink))
        {
            var density = (double)unit.OwnLinkLetters / unit.OwnLetters;
            var points = (1 + Math.Min(unit.OwnCommas, 12) + Math.Min(unit.OwnLetters / 80.0, 4)) * (1 - density) * (unit.IsProse ? 1 : 0.3);
            var level = 0;

            // A bare block of text stands for itself; a paragraph for the block that holds it.
            for (var node = unit.Tag is "p" or "li" or "h2" or "h3" ? unit.Parent : unit; node is not null && level < Levels; node = node.Parent, level++)
            {
                if (candidates.Add(node))
                    node.Score = Start(node);
                node.Score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
            }
        }

        return [.. candidates];
    }

    private static double Start(PageNode node)
    {
        double score = node.Tag switch
        {
            "article" => 15,
            "main" => 8,
            "div" or "section" => 5,
            "td" or "pre" or "blockquote" => 3,
            "ul" or "ol" or "dl" or "form" or "address" => -3,
            "body" => -5,
            _ => 0,
        };
        if (node.Element.GetAttribute("itemprop") is "articleBody")
            score += 60;
        // A name alone makes no article: it counts as far as there is prose under it.
        score += node.Hints.Article ? 20 * Math.Min(1, node.Prose / 400.0) : 0;
        score -= node.Hints.Furniture || node.Hints.Related ? 20 : 0;
        return score - (node.Hints.Comments ? 50 : 0);
    }

    // Publishers break a body into several boxes between adverts: neighbours of the best block, and of the blocks around it, that are prose as it is.
    private static List<PageNode> Join(PageNode top)
    {
        var parts = new HashSet<PageNode> { top };
        double prose = top.Prose;
        var node = top;
        for (var level = 0; level < JoinLevels && node.Parent is { } parent; level++, node = parent)
        {
            var beside = parent.Children.Where(sibling => sibling != node && BelongsBeside(top, node, sibling, level)).ToList();
            var gain = beside.Sum(sibling => sibling.Prose);
            if (level > 0 && gain < prose * WorthwhileGain)
                continue;

            prose += gain;
            parts.UnionWith(beside);
            parts.UnionWith(HeadingsBetween(parent, [.. beside, node]));
        }

        return [.. (node.Parent ?? node).All().Where(parts.Contains)];
    }

    private static bool BelongsBeside(PageNode top, PageNode node, PageNode sibling, int level)
    {
        if (sibling.Dropped is not null || sibling.InsideLink || sibling.LinkDensity > 0.2 || sibling.Hints.Comments)
            return false;
        if (level == 0 && sibling.Tag == "p")
            return sibling.IsProse;

        var isAlike = sibling.Tag == node.Tag && sibling.Element.ClassName == node.Element.ClassName;
        return sibling.Prose > 80 && (isAlike || sibling.Prose > top.Prose * 0.3) && sibling.Prose * 4 > sibling.Letters * (isAlike ? 2 : 3) && !HasLinkedHeading(sibling);
    }

    private static IEnumerable<PageNode> HeadingsBetween(PageNode parent, HashSet<PageNode> parts)
    {
        var first = parent.Children.FindIndex(parts.Contains);
        var last = parent.Children.FindLastIndex(parts.Contains);
        return parent.Children.Take(last).Skip(first + 1).Where(node => node.Dropped is null && node.Tag is "h2" or "h3" or "h4" or "figure" && node.LinkDensity < 0.5);
    }

    private static bool HasLinkedHeading(PageNode node) =>
        node.All().Any(inner => inner.Tag is "h2" or "h3" or "h4" && (inner.LinkDensity > 0.5 || inner.InsideLink));
}
