using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// Settles between the articleBody that a page declares and what was read off the page. Declared texts are often a teaser, cut, without paragraphs, lists and
/// quotations, or hold the page's boxes too. So one goes first only where the page does not show it; where it does, its agreement makes surer.
/// </summary>
internal static class DeclaredBody
{
    // Of the declared letters: a page that shows so many of them was read with all of them in sight.
    private const double Shown = 0.6;

    // Of what was read, for it to be the beginning of the declared text.
    private const double Beginning = 0.7;

    private const double MuchLonger = 1.25;
    private const double FarLonger = 2;
    private const double Agreed = 0.9;
    private const double SureAlone = 0.6;
    private const double SureOfBoth = 0.95;

    /// <summary>The better of the two.</summary>
    /// <param name="read">What was read off the page.</param>
    /// <param name="all">All blocks of the page.</param>
    /// <param name="declared">The articleBody; empty when there is none.</param>
    public static FoundBody Settle(FoundBody read, IReadOnlyList<ReadBlock> all, DeclaredText declared)
    {
        if (declared.Letters < ExtractionLimits.MinBodyLetters)
            return read;

        var known = declared.LettersIn(read.Blocks);
        if (read.Letters < ExtractionLimits.MinBodyLetters || (IsLonger(read, known, declared) && !declared.IsRepeated && declared.LettersIn(all.Select(block => block.Block)) < declared.Letters * Shown))
            return Alone(read, declared.Paragraphs);

        return known >= read.Letters * Agreed && declared.IsWhole(known) ? read with { Confidence = Math.Max(read.Confidence, SureOfBoth) } : read;
    }

    private static bool IsLonger(FoundBody read, int known, DeclaredText declared) =>
        declared.Letters >= read.Letters * FarLonger || (declared.Letters >= read.Letters * MuchLonger && known >= read.Letters * Beginning);

    private static FoundBody Alone(FoundBody read, IReadOnlyList<string> declared)
    {
        var blocks = declared.Take(ExtractionLimits.MaxBlocks).Select(paragraph => new ArticleBlock { Type = BlockTypes.Paragraph, Text = paragraph });
        return new FoundBody([.. blocks], read.Related, ExtractionMethods.StructuredData, SureAlone);
    }
}
