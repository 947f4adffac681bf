using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Chooses the blocks of the article among all of the page by the trained model; pictures, embeds and tables follow the text around them.</summary>
internal static class BlockChooser
{
    // Beside a chosen paragraph of the same kind less is enough: an article's last short sentence looks like a note.
    private const float SiblingThreshold = 0.15f;

    private const float BetweenThreshold = 0.1f;

    // In a list that the headline announces hardly anything is left out.
    private const float ListThreshold = 0.03f;

    // A page with less than that around its text is a fragment that somebody pushed: the model knows whole pages only.
    private const int FragmentBlocks = 8;

    // A picture so many blocks before the first paragraph still is the article's.
    private const int LeadPicture = 3;

    public static List<ReadBlock> Choose(IReadOnlyList<ReadBlock> blocks, PageFacts facts, float[] rows, BlockModel model)
    {
        var said = model.Probabilities(rows);
        var chosen = Likely(blocks, facts, said);
        if (AnnouncedList.Find(blocks, facts.TitleWords) is { } list)
        {
            for (var i = list.First; i <= list.Last; i++)
                chosen[i] |= MayBe(blocks[i]) && said[i] > ListThreshold;
        }

        AddKin(chosen, blocks, facts, said);
        DeclaredPart.Narrow(chosen, blocks, facts);
        AddPictures(chosen, blocks, facts);
        ClosingPictures.Add(chosen, blocks, facts);
        return [.. blocks.Where((_, i) => chosen[i]).Take(ExtractionLimits.MaxBlocks)];
    }

    public static bool IsText(ReadBlock block) => block.Block.Type is not (BlockTypes.Image or BlockTypes.Embed);

    private static bool MayBe(ReadBlock block) => IsText(block) && block.Node!.Dropped != DropReason.OtherArticle;

    private static bool[] Likely(IReadOnlyList<ReadBlock> blocks, PageFacts facts, float[] said)
    {
        var threshold = PageThreshold.Of(said, [.. facts.Letters.Select((letters, i) => IsText(blocks[i]) ? letters : 0)]);
        var isFragment = Enumerable.Range(0, blocks.Count).Count(i => IsText(blocks[i]) && !facts.InPart[i]) < FragmentBlocks;
        return [.. blocks.Select((block, i) => MayBe(block) && (said[i] > threshold || (isFragment && facts.InPart[i])))];
    }

    private static void AddKin(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts, float[] said)
    {
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] |= said[i] > SiblingThreshold && facts.InPart[i] && ((i > 0 && chosen[i - 1] && AreAlike(blocks[i - 1], blocks[i])) || (i + 1 < chosen.Length && chosen[i + 1] && AreAlike(blocks[i + 1], blocks[i])));

        AddBetween(chosen, blocks, facts, said);
        for (var i = 1; i + 1 < chosen.Length; i++)
            chosen[i] |= facts.InPart[i] && chosen[i + 1] && IsSubhead(blocks[i], blocks[i + 1]);
    }

    // What stands between two chosen blocks of its own box is hardly ever something else: a list of names among paragraphs.
    private static void AddBetween(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts, float[] said)
    {
        var texts = Enumerable.Range(0, chosen.Length).Where(i => IsText(blocks[i])).ToList();
        for (var n = 1; n + 1 < texts.Count; n++)
        {
            var (before, i, after) = (texts[n - 1], texts[n], texts[n + 1]);
            chosen[i] |= said[i] > BetweenThreshold && facts.InPart[i] && chosen[before] && chosen[after]
                && blocks[before].Node!.Parent == blocks[i].Node!.Parent && blocks[i].Node!.Parent == blocks[after].Node!.Parent;
        }
    }

    private static void AddPictures(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts)
    {
        var first = Array.IndexOf(chosen, true);
        var last = Array.LastIndexOf(chosen, true);
        for (var i = Math.Max(0, first - LeadPicture); i < last; i++)
            chosen[i] |= facts.InPart[i] && (!IsText(blocks[i]) || (i > first && blocks[i].Block.Type == BlockTypes.Table));
    }

    // Two paragraphs of plain sentences side by side in one box.
    private static bool AreAlike(ReadBlock chosen, ReadBlock block) =>
        IsSentence(chosen) && IsSentence(block) && chosen.Node!.Parent == block.Node!.Parent && chosen.Node.Element.ClassName == block.Node.Element.ClassName;

    // A plain heading over a chosen paragraph of its own box.
    private static bool IsSubhead(ReadBlock heading, ReadBlock below) =>
        heading is { Block: { Type: BlockTypes.Heading }, LinkLetters: 0, Node.Tag: not "h1" } && IsSentence(below) && heading.Node.Parent == below.Node!.Parent;

    private static bool IsSentence(ReadBlock block) =>
        block is { Block.Type: BlockTypes.Paragraph, LinkLetters: 0 } && TextShape.EndsSentence(block.Block.Text);
}
