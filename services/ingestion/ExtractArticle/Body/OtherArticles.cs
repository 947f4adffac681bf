namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Marks the further articles of an endless page: those under a headline of their own that is not the page's.</summary>
internal static class OtherArticles
{
    public static void Mark(PageTree tree, string? title)
    {
        var wanted = PageText.Fold(title ?? string.Empty);
        var headlines = tree.Root.All().Where(node => node.Tag == "h1").ToList();
        if (wanted.Length == 0 || headlines.Count < 2 || headlines.Find(node => TextOf(tree, node) == wanted) is not { } own)
            return;

        foreach (var other in headlines.Where(node => node != own && TextOf(tree, node) != wanted).Select(ArticleOf).OfType<PageNode>().Where(article => !own.IsWithin(article)))
        {
            foreach (var node in other.All())
                node.Dropped = DropReason.OtherArticle;
        }
    }

    private static string TextOf(PageTree tree, PageNode node) => PageText.Fold(tree.TextOf(node.Element, ExtractionLimits.MaxTitleLength));

    private static PageNode? ArticleOf(PageNode node)
    {
        var at = node.Parent;
        while (at is not null && at.Tag != "article")
            at = at.Parent;
        return at;
    }
}
