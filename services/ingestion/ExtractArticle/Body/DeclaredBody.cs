using System.Text;
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
    private const int ShortText = 25;
    private const int Opening = 60;

    /// <summary>The better of the two.</summary>
    /// <param name="read">What was read off the page.</param>
    /// <param name="all">All blocks of the page.</param>
    /// <param name="declared">The paragraphs of the articleBody; empty when there is none.</param>
    public static FoundBody Settle(FoundBody read, IReadOnlyList<ReadBlock> all, IReadOnlyList<string> declared)
    {
        var text = Folded(declared);
        if (text.Length < ExtractionLimits.MinBodyLetters)
            return read;

        var known = LettersIn(text, read.Blocks);
        if (read.Letters < ExtractionLimits.MinBodyLetters || (IsLonger(read, known, text) && !IsRepeated(text) && LettersIn(text, all.Select(block => block.Block)) < text.Length * Shown))
            return Alone(read, declared);

        var agrees = known >= read.Letters * Agreed && known >= text.Length * Agreed;
        return agrees ? read with { Confidence = Math.Max(read.Confidence, SureOfBoth) } : read;
    }

    private static bool IsLonger(FoundBody read, int known, string text) =>
        text.Length >= read.Letters * FarLonger || (text.Length >= read.Letters * MuchLonger && known >= read.Letters * Beginning);

    // Some systems put the text in twice: a print of it for each of two devices.
    private static bool IsRepeated(string text) => text.Length > 2 * Opening && text.IndexOf(text[..Opening], Opening, StringComparison.Ordinal) >= 0;

    private static FoundBody Alone(FoundBody read, IReadOnlyList<string> declared)
    {
        var blocks = declared.Take(ExtractionLimits.MaxBlocks).Select(paragraph => new ArticleBlock { Type = BlockTypes.Paragraph, Text = paragraph });
        return new FoundBody([.. blocks], read.Related, ExtractionMethods.StructuredData, SureAlone);
    }

    private static int LettersIn(string text, IEnumerable<ArticleBlock> blocks) => blocks
        .Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed))
        .SelectMany(block => block.Text.Split('\n'))
        .Select(PageText.Fold)
        .Where(folded => folded.Length > ShortText && text.Contains(folded, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .Sum(folded => folded.Length);

    private static string Folded(IReadOnlyList<string> declared)
    {
        var text = new StringBuilder();
        foreach (var paragraph in declared)
            text.Append(PageText.Fold(paragraph));
        return text.ToString();
    }
}
