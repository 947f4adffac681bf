namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle.Gold;

/// <summary>An invented paragraph with the quotations and citations that a reader finds in it.</summary>
/// <param name="Name">What it is an example of; begins with its language.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Quotes">"words | speaker".</param>
/// <param name="Edges">"who cites > what".</param>
internal sealed record GoldParagraph(string Name, string Text, IReadOnlyList<string> Quotes, IReadOnlyList<string> Edges)
{
    public static IReadOnlyList<GoldParagraph> All { get; } = Read();

    private static List<GoldParagraph> Read()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AnalyzeArticle", "Gold", "speech-and-sources.txt")).Where(line => !line.StartsWith("# ", StringComparison.Ordinal));
        var paragraphs = new List<GoldParagraph>();
        var block = new List<string>();
        foreach (var line in lines.Append("## end"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && block.Count > 0)
            {
                paragraphs.Add(Of(block));
                block.Clear();
            }

            block.Add(line);
        }

        return paragraphs;
    }

    private static GoldParagraph Of(List<string> block) => new(
        block[0][3..],
        string.Join("\n\n", block.Skip(1).Where(line => !IsFinding(line))),
        [.. block.Where(line => line.StartsWith("q ", StringComparison.Ordinal)).Select(line => line[2..])],
        [.. block.Where(line => line.StartsWith("e ", StringComparison.Ordinal)).Select(line => line[2..].Replace(". >", Analyzed.Source.Name + " >", StringComparison.Ordinal))]);

    private static bool IsFinding(string line) => line.StartsWith("q ", StringComparison.Ordinal) || line.StartsWith("e ", StringComparison.Ordinal);
}
