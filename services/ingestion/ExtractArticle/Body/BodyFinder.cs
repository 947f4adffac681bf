namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Finds the blocks of the page that hold the article: prose gives its score to the blocks around it, the best one wins, alike neighbours join.</summary>
internal static class BodyFinder
{
    private const int Levels = 5;
    private const int AscentLevels = 6;

    /// <summary>The parts of the article in reading order; empty when the page has no prose.</summary>
    public static IReadOnlyList<PageNode> Find(PageTree tree)
    {
        var candidates = Score(tree.Root);
        if (candidates.Count == 0)
            return [];

        var top = candidates.MaxBy(node => node.Score * (1 - node.LinkDensity))!;
        return Join(Ascend(top));
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
        var score = node.Tag switch
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
        score += node.Hints.Article ? 20 : 0;
        score -= node.Hints.Furniture || node.Hints.Related ? 20 : 0;
        return score - (node.Hints.Comments ? 50 : 0);
    }

    // Publishers break a body into several boxes between adverts: go up while that wins far more prose than anything else.
    private static PageNode Ascend(PageNode top)
    {
        var root = top;
        var level = 0;
        for (var node = top.Parent; node is not null && level < AscentLevels; node = node.Parent, level++)
        {
            var gain = node.Prose - root.Prose;
            var noise = node.Letters - node.Prose - (root.Letters - root.Prose);
            if (gain > root.Prose * 0.15 && gain > 2 * noise)
                root = node;
        }

        return root;
    }

    private static IReadOnlyList<PageNode> Join(PageNode root)
    {
        if (root.Parent is null)
            return [root];

        return [.. root.Parent.Children.Where(node => node == root || BelongsBeside(root, node))];
    }

    private static bool BelongsBeside(PageNode root, PageNode node)
    {
        if (node.Dropped is not null || node.InsideLink)
            return false;
        if (node.Tag == "p")
            return node.IsProse && node.LinkDensity < 0.25;

        var threshold = Math.Max(10, root.Score * 0.2);
        var bonus = root.Element.ClassName is { Length: > 0 } name && name == node.Element.ClassName ? root.Score * 0.2 : 0;
        return node.Score * (1 - node.LinkDensity) + bonus >= threshold && node.LinkDensity < 0.25 && node.Prose * 2 > node.Letters;
    }
}
