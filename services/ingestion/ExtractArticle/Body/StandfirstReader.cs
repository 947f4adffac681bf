using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Finds the standfirst: the sentence or two between headline and body that stand outside the body's block.</summary>
internal static class StandfirstReader
{
    private const int MinLetters = 30;
    private const int MaxLetters = 700;

    // Farther from the headline nothing is a standfirst.
    private const int MaxBlocks = 200;

    /// <summary>The standfirst as the first paragraph; null when the page has none or the body begins with it.</summary>
    public static ReadBlock? Read(PageTree tree, IReadOnlyList<PageNode> parts, IReadOnlyList<ReadBlock> body, PageMetadata metadata)
    {
        if (parts.Count == 0)
            return null;

        var description = PageText.Fold(metadata.Description ?? string.Empty);
        var printed = body.Select(read => PageText.Fold(read.Block.Text)).ToList();
        foreach (var node in Before(tree.Root, parts[0]).Where(node => node.OwnLetters is > MinLetters and < MaxLetters && !node.InsideLink && node.OwnLinkLetters * 3 < node.OwnLetters))
        {
            var text = tree.TextOf(node.Element, ExtractionLimits.MaxDescriptionLength);
            var folded = PageText.Fold(text);
            var isNamed = node.Dropped is null && IsNamed(node) && !Phrases.IsReadAlso(text) && !Phrases.IsCall(text) && !Phrases.IsFurnitureLine(text);
            var isTeaser = description.Length > MinLetters && folded == description;
            if ((isNamed || isTeaser) && !printed.Any(part => part.Contains(folded, StringComparison.Ordinal)))
                return new ReadBlock(new ArticleBlock { Type = BlockTypes.Paragraph, Text = text }, 0);
        }

        return null;
    }

    // What stands after the headline and before the body, in the order of the page.
    private static IEnumerable<PageNode> Before(PageNode root, PageNode body)
    {
        var above = root.All().TakeWhile(node => node != body).ToList();
        var headline = above.FindLastIndex(node => node.Tag == "h1");
        return above.Skip(headline + 1).Take(MaxBlocks);
    }

    private static bool IsNamed(PageNode node)
    {
        for (var level = 0; level < 3 && node.Tag is not ("body" or "article" or "main"); level++)
        {
            if (node.Hints.Standfirst && !node.Hints.Related || node.Element.GetAttribute("itemprop") is "description" or "alternativeHeadline")
                return true;
            if (node.Parent is not { Children.Count: <= 3 } parent)
                return false;
            node = parent;
        }

        return false;
    }
}
