using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Chooses the blocks of the article among all of the page by the trained model; pictures, embeds and tables follow the text around them.</summary>
internal static class BlockChooser
{
    private const float Threshold = 0.5f;

    // Beside a chosen paragraph of the same kind less is enough: an article's last short sentence looks like a note.
    private const float SiblingThreshold = 0.15f;

    // A page with less than that around its text is a fragment that somebody pushed: the model knows whole pages only.
    private const int FragmentBlocks = 8;

    // A picture so many blocks before the first paragraph still is the article's.
    private const int LeadPicture = 3;

    public static List<ReadBlock> Choose(IReadOnlyList<ReadBlock> blocks, PageFacts facts, float[] rows, BlockModel model)
    {
        var said = model.Probabilities(rows);
        var chosen = new bool[blocks.Count];
        var isFragment = Enumerable.Range(0, blocks.Count).Count(i => IsText(blocks[i]) && !facts.InPart[i]) < FragmentBlocks;
        for (var i = 0; i < blocks.Count; i++)
            chosen[i] = IsText(blocks[i]) && blocks[i].Node!.Dropped != DropReason.OtherArticle && (said[i] > Threshold || (isFragment && facts.InPart[i]));

        for (var i = 0; i < blocks.Count; i++)
            chosen[i] |= said[i] > SiblingThreshold && facts.InPart[i] && ((i > 0 && chosen[i - 1] && AreAlike(blocks[i - 1], blocks[i])) || (i + 1 < blocks.Count && chosen[i + 1] && AreAlike(blocks[i + 1], blocks[i])));

        for (var i = 1; i + 1 < blocks.Count; i++)
            chosen[i] |= facts.InPart[i] && chosen[i + 1] && IsSubhead(blocks[i], blocks[i + 1]);

        var first = Array.IndexOf(chosen, true);
        var last = Array.LastIndexOf(chosen, true);
        for (var i = Math.Max(0, first - LeadPicture); i < last; i++)
            chosen[i] |= facts.InPart[i] && (!IsText(blocks[i]) || (i > first && blocks[i].Block.Type == BlockTypes.Table));
        return [.. blocks.Where((_, i) => chosen[i]).Take(ExtractionLimits.MaxBlocks)];
    }

    // Two paragraphs of plain sentences side by side in one box.
    private static bool AreAlike(ReadBlock chosen, ReadBlock block) =>
        IsSentence(chosen) && IsSentence(block) && chosen.Node!.Parent == block.Node!.Parent && chosen.Node.Element.ClassName == block.Node.Element.ClassName;

    // A plain heading over a chosen paragraph of its own box.
    private static bool IsSubhead(ReadBlock heading, ReadBlock below) =>
        heading is { Block: { Type: BlockTypes.Heading }, LinkLetters: 0, Node.Tag: not "h1" } && IsSentence(below) && heading.Node.Parent == below.Node!.Parent;

    private static bool IsSentence(ReadBlock block) =>
        block is { Block.Type: BlockTypes.Paragraph, LinkLetters: 0 } && TextShape.EndsSentence(block.Block.Text);

    public static bool IsText(ReadBlock block) => block.Block.Type is not (BlockTypes.Image or BlockTypes.Embed);
}
