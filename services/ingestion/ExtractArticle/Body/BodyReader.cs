using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>A page's body and what was found beside it.</summary>
internal sealed record FoundBody(IReadOnlyList<ArticleBlock> Blocks, IReadOnlyList<RelatedLink> Related, string Method, double Confidence)
{
    public int Letters { get; } = Blocks.Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Sum(block => PageText.LetterCount(block.Text));
}

/// <summary>Reads the body from the page's blocks; falls back to hidden text; the declared articleBody goes first where the page does not show it.</summary>
internal static class BodyReader
{
    private const int ThinBody = 1_200;

    public static FoundBody Read(IElement root, PageAddress address, PageMetadata metadata) => Read(root, address, metadata, BlockModel.Shared);

    /// <summary>Reads with another model than the shipped one.</summary>
    public static FoundBody Read(IElement root, PageAddress address, PageMetadata metadata, BlockModel model)
    {
        var (best, page) = ReadOnce(root, address, metadata, model, keepHidden: false);
        if (best.Letters < ThinBody && ReadOnce(root, address, metadata, model, keepHidden: true) is var shown && IsMoreOf(shown.Found, best))
            (best, page) = shown;
        return DeclaredBody.Settle(best, page.Blocks, page.Facts.Declared);
    }

    // Pay walls hide the rest of the text: the same article and much more of it, not some hidden dialog.
    private static bool IsMoreOf(FoundBody shown, FoundBody best)
    {
        var opening = best.Blocks.FirstOrDefault(block => block.Type == BlockTypes.Paragraph)?.Text;
        return shown.Letters > best.Letters * 2 && (best.Letters < ExtractionLimits.MinBodyLetters || opening is null || shown.Blocks.Any(block => block.Text == opening));
    }

    private static (FoundBody Found, PageBlocks Page) ReadOnce(IElement root, PageAddress address, PageMetadata metadata, BlockModel model, bool keepHidden)
    {
        var page = PageBlocks.Read(root, address, metadata, keepHidden);
        var chosen = BlockChooser.Choose(page.Blocks, page.Facts, page.Rows, model);
        var blocks = BlockCleaner.Clean(chosen, metadata);
        var found = new FoundBody(blocks, RelatedReader.Read(page.Tree, address, metadata.Title), ExtractionMethods.Blocks, Confidence(page.Tree, page.Parts, blocks, metadata));
        return (found, page);
    }

    // Prose that was chosen over prose that was there, moved by what the page says of itself.
    private static double Confidence(PageTree tree, IReadOnlyList<PageNode> parts, List<ArticleBlock> blocks, PageMetadata metadata)
    {
        var prose = parts.Sum(part => part.Prose);
        if (prose == 0 || blocks.Count == 0)
            return 0;

        var share = (double)prose / Math.Max(prose, tree.Root.Prose);
        var length = Math.Min(1, prose / 800.0);
        return Math.Round((0.45 * share) + (0.35 * length) + (metadata.IsDeclaredArticle ? 0.2 : 0.05), 2);
    }
}

/// <summary>A page as the rules left it for the model: its tree, the parts they chose, all its blocks and their figures.</summary>
internal sealed record PageBlocks(PageTree Tree, IReadOnlyList<PageNode> Parts, IReadOnlyList<ReadBlock> Blocks, PageFacts Facts, float[] Rows)
{
    public static PageBlocks Read(IElement root, PageAddress address, PageMetadata metadata, bool keepHidden)
    {
        var tree = new PageTree(root, keepHidden);
        BoilerplateFilter.Mark(tree);
        OtherArticles.Mark(tree, metadata.Title);
        tree.Root.Sum();
        var parts = BodyFinder.Find(tree);
        var blocks = BlockReader.Read(tree, address);
        var facts = new PageFacts(tree, parts, blocks, metadata);
        return new PageBlocks(tree, parts, blocks, facts, new BlockFeatures(blocks, facts, metadata).Rows());
    }
}
