using System.Text;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The articleBody that a page declares, and how much of it the page's blocks print. Compared by letters and digits alone.</summary>
internal sealed class DeclaredText
{
    // Of the declared letters, for the blocks to hold the whole text: quotation marks, captions and lists are declared in other ways than printed.
    private const double Whole = 0.9;

    // What is shorter is in any long text by chance.
    private const int MinSameText = 20;

    private const int Opening = 60;

    private readonly string _folded;

    public DeclaredText(IReadOnlyList<string> paragraphs)
    {
        Paragraphs = paragraphs;
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
            text.Append(PageText.Fold(paragraph));
        _folded = text.ToString();
    }

    /// <summary>As declared; none when the page declares no text.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    public int Letters => _folded.Length;

    /// <summary>Some systems put the text in twice: a print of it for each of two devices.</summary>
    public bool IsRepeated => _folded.Length > 2 * Opening && _folded.IndexOf(_folded[..Opening], Opening, StringComparison.Ordinal) >= 0;

    /// <summary>True when the declared text holds this one, which is folded already.</summary>
    public bool Holds(string folded) => folded.Length > 0 && _folded.Contains(folded, StringComparison.Ordinal);

    /// <summary>The same for a line that is long enough to be there by no chance.</summary>
    public bool HoldsLine(string folded) => folded.Length > MinSameText && Holds(folded);

    /// <summary>Declared letters that the blocks print, each line once.</summary>
    public int LettersIn(IEnumerable<ArticleBlock> blocks) => blocks
        .Where(block => block.Type is not (BlockTypes.Image or BlockTypes.Embed))
        .SelectMany(block => block.Text.Split('\n'))
        .Select(PageText.Fold)
        .Where(HoldsLine)
        .Distinct(StringComparer.Ordinal)
        .Sum(folded => folded.Length);

    /// <summary>True when so many printed letters are the whole of it.</summary>
    public bool IsWhole(int printed) => printed >= Letters * Whole;
}
