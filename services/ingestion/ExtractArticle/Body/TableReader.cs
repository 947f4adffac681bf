using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads tables of data; a table that only lays out the page is no data.</summary>
internal static class TableReader
{
    private const int MaxRows = 500;
    private const int LongCell = 400;

    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" || table.QuerySelector("table, h1, h2, p + p, article, form, div > p") is not null)
            return false;

        var rows = table.QuerySelectorAll("tr");
        return rows.Length > 1
            && rows.Any(row => row.ChildElementCount > 1)
            && table.QuerySelectorAll("td").All(cell => cell.TextContent.Length < LongCell);
    }

    /// <summary>Rows as lines, cells parted by a bar; null for an empty table.</summary>
    public static ReadBlock? Read(IElement table)
    {
        var lines = table.QuerySelectorAll("tr").Take(MaxRows)
            .Select(row => string.Join(" | ", row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => PageText.Normalize(cell.TextContent))))
            .Where(line => line.Any(char.IsLetterOrDigit));
        var text = string.Join('\n', lines);
        return text.Length == 0 ? null : new ReadBlock(new ArticleBlock { Type = BlockTypes.Table, Text = text }, 0);
    }
}
