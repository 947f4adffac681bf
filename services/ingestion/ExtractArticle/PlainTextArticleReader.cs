using System.Text;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads an article from plain text: the first line is the title, the paragraphs are the body, the list of other articles is <see cref="ExtractedArticle.Related"/>.</summary>
public static class PlainTextArticleReader
{
    private static readonly char[] Stops = ['.', '!', '?', '…', ':', ';', '»', '"', '”', ')'];

    /// <exception cref="UnreadableArticleException">The text is empty, too large in all or in one paragraph, or has a title and nothing else.</exception>
    public static ExtractedArticle Read(string text)
    {
        if (text.Length > ExtractionLimits.MaxBytes || Encoding.UTF8.GetByteCount(text) > ExtractionLimits.MaxBytes)
            throw new UnreadableArticleException($"The text is larger than {ExtractionLimits.MaxBytes / (1024 * 1024)} MiB.");

        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(PageText.Normalize).ToList();
        var titleAt = lines.FindIndex(line => line.Length > 0);
        if (titleAt < 0)
            throw new UnreadableArticleException("The text is empty: its first line must be the title, then come the paragraphs.");

        lines.RemoveRange(0, titleAt);
        var title = PageText.Cut(lines[0], ExtractionLimits.MaxTitleLength);
        var list = PlainTextArticleList.Take(lines);
        var body = WholeBody.Blocks(Paragraphs(lines.Skip(1)).Select(Paragraph));
        if (body.Count == 0)
            throw new UnreadableArticleException("The text has a title but no paragraphs under it.");

        return new ExtractedArticle { Title = title, Body = body, Related = list, Method = ExtractionMethods.PlainText, Confidence = 1 };
    }

    /// <summary>Paragraphs of running text: parted by empty lines or by lines, with hard-wrapped lines joined again.</summary>
    internal static IEnumerable<string> Paragraphs(IEnumerable<string> lines)
    {
        var paragraph = new StringBuilder();
        foreach (var line in lines)
        {
            if (paragraph.Length > 0 && (line.Length == 0 || !Continues(paragraph, line)))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }

            if (line.Length > 0)
                paragraph.Append(paragraph.Length > 0 ? " " : string.Empty).Append(line);
        }

        if (paragraph.Length > 0)
            yield return paragraph.ToString();
    }

    // A wrapped line breaks off in mid-sentence and goes on in lower case.
    private static bool Continues(StringBuilder paragraph, string line) =>
        !Stops.Contains(paragraph[^1]) && char.IsLower(line[0]);

    private static ArticleBlock Paragraph(string text) =>
        new() { Type = BlockTypes.Paragraph, Text = WholeBody.Block(text) };
}
