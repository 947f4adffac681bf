using System.Globalization;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// The list that a headline announces ("41 things …"): as many headings of one make as the headline has number. All that stands between them is the article's,
/// though each entry by itself looks like a card of a shop or of another article.
/// </summary>
internal static class AnnouncedList
{
    private const int Fewest = 5;
    private const int Most = 150;

    /// <summary>The first block of the first entry and the last block that may belong to the last one; null when the headline announces no list that the page has.</summary>
    public static (int First, int Last)? Find(IReadOnlyList<ReadBlock> blocks, IEnumerable<string> titleWords)
    {
        var announced = titleWords.Select(Number).Where(number => number is >= Fewest and <= Most).ToList();
        if (announced.Count == 0)
            return null;

        var entries = Enumerable.Range(0, blocks.Count)
            .Where(i => blocks[i].Block.Type == BlockTypes.Heading && blocks[i].Node!.Dropped != DropReason.OtherArticle)
            .GroupBy(i => MakeOf(blocks[i].Node!))
            .Select(group => group.ToList())
            .FirstOrDefault(group => announced.Exists(number => group.Count == number || group.Count == number + 1)); // one more: the closing words' heading
        return entries is null ? null : (entries[0], Math.Min(blocks.Count - 1, entries[^1] + ((entries[^1] - entries[0]) / (entries.Count - 1))));
    }

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static (string Tag, string? Name, string? ParentTag, string? ParentName) MakeOf(PageNode node) =>
        (node.Tag, node.Element.ClassName, node.Parent?.Tag, node.Parent?.Element.ClassName);
}
