using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// The video, the post or the captioned picture that ends an article below its last words. Players of the site's own, share buttons and shelves of videos stand
/// there too: so only what readers would miss is taken, and only straight after the text, in the text's own box.
/// </summary>
internal static class ClosingPictures
{
    // More of them in a row are a shelf.
    private const int Most = 3;

    /// <summary>Adds them to the chosen blocks.</summary>
    public static void Add(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts)
    {
        var last = Array.LastIndexOf(chosen, true);
        if (last < 0 || BlockCleaner.IsFurniture(blocks[last]) || BoxOf(chosen, blocks, last) is not { } box)
            return;

        var below = Enumerable.Range(last + 1, blocks.Count - last - 1).TakeWhile(i => !BlockChooser.IsText(blocks[i]) && facts.InPart[i]).ToList();
        if (below.Count > Most)
            return;

        foreach (var i in below.Where(i => IsContent(blocks[i].Block) && IsOf(box, blocks[i].Node!)))
            chosen[i] = true;
    }

    // Each paragraph may have a wrapper of its own: the box is what the last two have in common.
    private static PageNode? BoxOf(bool[] chosen, IReadOnlyList<ReadBlock> blocks, int last)
    {
        var before = last == 0 ? -1 : Array.LastIndexOf(chosen, true, last - 1);
        var box = blocks[last].Node!.Parent;
        while (before >= 0 && box is not null && !blocks[before].Node!.IsWithin(box))
            box = box.Parent;
        return box;
    }

    private static bool IsContent(ArticleBlock block) =>
        block.Type == BlockTypes.Embed ? EmbedProviders.Find(block.Url) is not null : block is { Text.Length: > 0, Url: not null };

    private static bool IsOf(PageNode box, PageNode node)
    {
        var at = node;
        for (; at is not null && at != box; at = at.Parent)
        {
            if (at.InsideLink || at.Hints.Related || at.Hints.Furniture || at.Hints.Comments)
                return false;
        }

        return at == box;
    }
}
