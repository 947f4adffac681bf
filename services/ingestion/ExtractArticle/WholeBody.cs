namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Refuses pushed text that would have to be cut: whoever is told "accepted" takes it for the whole.</summary>
internal static class WholeBody
{
    /// <summary>The text of one block as it is; <see cref="UnreadableArticleException"/> when it is too long for one.</summary>
    public static string Block(string text) => text.Length <= ExtractionLimits.MaxBlockLength
        ? text
        : throw new UnreadableArticleException($"A paragraph has {text.Length:N0} characters: part it, one may have {ExtractionLimits.MaxBlockLength:N0}.") { IsTooLarge = true };

    /// <summary>All blocks; <see cref="UnreadableArticleException"/> when they are too many.</summary>
    public static List<TBlock> Blocks<TBlock>(IEnumerable<TBlock> blocks)
    {
        var all = blocks.Take(ExtractionLimits.MaxBlocks + 1).ToList();
        return all.Count <= ExtractionLimits.MaxBlocks
            ? all
            : throw new UnreadableArticleException($"The body has more than {ExtractionLimits.MaxBlocks:N0} paragraphs: push it in parts.") { IsTooLarge = true };
    }
}
