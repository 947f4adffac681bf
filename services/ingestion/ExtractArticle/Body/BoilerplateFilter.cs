namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Marks the parts of a page that are not the article: navigation, boxes, lists of other articles, comments. A part that holds most of the page's prose is never dropped on a hint alone.</summary>
internal static class BoilerplateFilter
{
    private const double FurnitureShare = 0.2;
    private const double RelatedShare = 0.4;
    private const double CommentsShare = 0.85;
    private const double MarginShare = 0.7;
    private const int LabelLength = 60;
    private const double LinkHeavy = 0.5;

    public static void Mark(PageTree tree)
    {
        var total = Math.Max(1, tree.Root.Prose);
        foreach (var node in tree.Root.All().Skip(1))
        {
            if (node.Parent!.Dropped is { } inherited)
                node.Dropped = inherited;
            else
                node.Dropped ??= ByTag(tree, node, total) ?? ByHints(tree, node, total) ?? ByLinks(tree, node, total) ?? ByLabel(tree, node, total);
        }
    }

    private static DropReason? ByTag(PageTree tree, PageNode node, int total)
    {
        var share = (double)node.Prose / total;
        return node.Tag switch
        {
            "nav" => share < RelatedShare ? DropReason.Tag : null,
            "aside" => share < FurnitureShare ? AsideReason(tree, node) : null,
            "footer" => share < RelatedShare && node.Parent!.Tag is not ("blockquote" or "figure") ? DropReason.Tag : null,
            "form" or "fieldset" or "search" => share < FurnitureShare ? DropReason.Tag : null,
            "address" => share < FurnitureShare ? DropReason.Tag : null,
            _ => null,
        };
    }

    private static DropReason AsideReason(PageTree tree, PageNode node) => IsReadAlsoBox(tree, node) ? DropReason.Related : DropReason.Tag;

    // Lists of what is popular or latest say nothing about this article.
    private static bool IsReadAlsoBox(PageTree tree, PageNode node)
    {
        var label = node.Element.QuerySelector("h2, h3, h4, h5, b, strong, span, [class*='title' i]") ?? node.Element;
        var text = tree.TextOf(label, LabelLength);
        return node.LinkLetters > 0 && Phrases.IsReadAlso(text) && !Phrases.IsPopular(text);
    }

    private static DropReason? ByHints(PageTree tree, PageNode node, int total)
    {
        var share = (double)node.Prose / total;
        var hints = node.Hints;
        if (hints.Comments && share < CommentsShare)
            return DropReason.Furniture;
        if (node.Tag is "article" or "main" && share > 0.05)
            return null;
        if (hints.Related && share < (hints.Article ? FurnitureShare : RelatedShare))
            return hints.Popular ? DropReason.Furniture : DropReason.Related;
        if (hints.Margin && share < MarginShare)
            return DropReason.Furniture;
        return hints.Furniture && share < (hints.Article ? FurnitureShare / 2 : FurnitureShare) ? AsFurniture(tree, node) : null;
    }

    private static DropReason AsFurniture(PageTree tree, PageNode node) => IsReadAlsoBox(tree, node) ? DropReason.Related : DropReason.Furniture;

    private static DropReason? ByLinks(PageTree tree, PageNode node, int total)
    {
        if (node.Letters == 0 || node.Tag is "p" or "h1" or "h2" or "h3" or "h4" or "td" or "figcaption" or "li" or "blockquote")
            return null;
        return node.LinkDensity > LinkHeavy && node.Prose * 5 < node.Letters && node.Prose < total * RelatedShare && node.Children.Count > 0 ? IsReadAlsoBox(tree, node) ? DropReason.Related : DropReason.Links : null;
    }

    // "Читайте также" and the list under it: the label, and what follows as long as it is mostly links.
    private static DropReason? ByLabel(PageTree tree, PageNode node, int total)
    {
        if (node.Letters is 0 or > 40)
            return null;

        var text = tree.TextOf(node.Element, LabelLength);
        if (Phrases.IsCommentsLabel(text) && node.Tag is "h2" or "h3" or "h4")
            return DropFollowing(node, DropReason.Furniture, follower => follower.Prose < total * RelatedShare);
        return Phrases.IsReadAlsoLabel(text)
            ? DropFollowing(node, Phrases.IsPopular(text) ? DropReason.Furniture : DropReason.Related, follower => follower.LinkDensity > LinkHeavy && follower.Prose < total * FurnitureShare)
            : null;
    }

    private static DropReason DropFollowing(PageNode label, DropReason reason, Func<PageNode, bool> belongs)
    {
        var siblings = label.Parent!.Children;
        foreach (var follower in siblings.Skip(label.Index + 1).TakeWhile(belongs))
            follower.Dropped = reason;
        return reason;
    }
}
