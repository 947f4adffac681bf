using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Takes out of a list of blocks what only its words and its place tell apart: the headline again, read-also lines, calls, credits, headings of nothing.</summary>
internal static class BlockCleaner
{
    private const int ShortCall = 160;
    private const int LongBiography = 500;
    private const int ShortLine = 60;

    public static List<ArticleBlock> Clean(IReadOnlyList<ReadBlock> read, PageMetadata metadata)
    {
        var kept = Distinct(CaptionJoin.Join(read).Select(Named).OfType<ReadBlock>().Where(block => !IsFurniture(block) && !IsByline(block.Block, metadata)), PageText.Fold(metadata.Title ?? string.Empty));
        TrimEnd(kept, metadata);
        return EmbedBlocks.WithoutRepeats([.. DropEmptyHeadings(kept)]);
    }

    private static ReadBlock? Named(ReadBlock read) => EmbedBlocks.Named(read.Block) is { } block ? read with { Block = block } : null;

    /// <summary>True for lines that no article has: calls to subscribe, read-also lines, templates.</summary>
    public static bool IsFurniture(ReadBlock read)
    {
        var block = read.Block;
        if (block.Type is BlockTypes.Image or BlockTypes.Embed)
            return false;
        if (block.Text.Length == 0 || !block.Text.Any(char.IsLetterOrDigit))
            return true;
        if (Phrases.IsFurnitureLine(block.Text) || Phrases.IsShareBar(block.Text) || Phrases.IsTemplate(block.Text) || (read.LinkLetters > 0 && Phrases.IsAppeal(block.Text)))
            return true;
        if (block.Type == BlockTypes.List)
            return read.LinkDensity > 0.7;
        if (Phrases.IsReadAlso(block.Text) && (read.LinkDensity > 0.3 || Phrases.IsReadAlsoLabel(block.Text)))
            return true;
        return Phrases.IsCall(block.Text) && (read.LinkLetters > 0 || block.Text.Length < ShortCall);
    }

    // Section, author and date as printed beside the headline are metadata already.
    public static bool IsByline(ArticleBlock block, PageMetadata metadata)
    {
        if (block.Type != BlockTypes.Paragraph || block.Text.Length > ShortLine)
            return false;

        var folded = PageText.Fold(block.Text);
        return folded == PageText.Fold(metadata.Section ?? string.Empty)
            || metadata.Authors.Any(author => PageText.Fold(author) is var name && (folded == name || (folded.EndsWith(name, StringComparison.Ordinal) && folded.Length < name.Length + 12)))
            || (block.Text.Any(char.IsAsciiDigit) && DateReader.Parse(block.Text) is not null);
    }

    // A standfirst is often printed again as the first paragraph, a quotation again in a box: the fuller place keeps it.
    private static List<ArticleBlock> Distinct(IEnumerable<ReadBlock> read, string title)
    {
        var kept = new List<ArticleBlock>();
        var seen = new HashSet<string>();
        foreach (var block in read.Select(item => item.Block))
        {
            if (block.Type is BlockTypes.Image or BlockTypes.Embed)
            {
                if (block.Url is null || seen.Add(block.Url))
                    kept.Add(block);
                continue;
            }

            var folded = PageText.Fold(block.Text);
            if (folded == title && title.Length > 0)
                continue;
            if (folded.Length > 40 && !seen.Add(folded))
                continue;
            kept.Add(block);
        }

        return kept;
    }

    // A picture below the end goes with it; a heading over the picture that ends the article stays.
    private static void TrimEnd(List<ArticleBlock> blocks, PageMetadata metadata)
    {
        for (var last = LastText(blocks); last > 0 && IsTail(blocks[last], metadata) && !(blocks[last].Type == BlockTypes.Heading && last + 1 < blocks.Count); last = LastText(blocks))
            blocks.RemoveRange(last, blocks.Count - last);
    }

    private static int LastText(List<ArticleBlock> blocks) => blocks.FindLastIndex(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed));

    private static bool IsTail(ArticleBlock block, PageMetadata metadata) =>
        block.Type == BlockTypes.Heading
        || (block.Type == BlockTypes.Paragraph && (Phrases.IsReadAlso(block.Text) || Phrases.IsEndNote(block.Text) || IsAboutAuthor(block.Text, metadata)));

    // "Ann Pier is a reporter of the Post": the last paragraph that opens with the author's name.
    public static bool IsAboutAuthor(string text, PageMetadata metadata) =>
        text.Length < LongBiography && metadata.Authors.Any(author => author.Contains(' ') && text.Length > author.Length && text.StartsWith(author, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ArticleBlock> DropEmptyHeadings(List<ArticleBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var isEmpty = blocks[i].Type == BlockTypes.Heading && i + 1 < blocks.Count
                && blocks[i + 1].Type == BlockTypes.Heading && blocks[i + 1].Level <= blocks[i].Level;
            if (!isEmpty)
                yield return blocks[i];
        }
    }
}
