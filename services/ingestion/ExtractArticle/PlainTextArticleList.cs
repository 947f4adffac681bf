using System.Globalization;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads the list of other articles that copied pages carry under the text: section, date, time, headline, teaser, over and over, between a label and "all articles".</summary>
internal static class PlainTextArticleList
{
    // A section stands at most this many non-empty lines above its date.
    private const int LabelToDate = 2;

    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase) { "Статьи", "Статті", "Articles" };

    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase) { "Все статьи", "Всі статті", "Усі статті", "All articles" };

    /// <summary>Takes the list out of the lines and returns its entries; leaves the lines alone when there is no list.</summary>
    public static IReadOnlyList<RelatedLink> Take(List<string> lines)
    {
        var label = lines.FindLastIndex(line => Labels.Contains(line.TrimEnd(':')));
        if (label < 1 || !StartsList(lines, label))
            return [];

        var end = lines.FindIndex(label, line => Ends.Contains(line));
        var stop = end < 0 ? lines.Count : end;
        var entries = Entries(lines[(label + 1)..stop].Where(line => line.Length > 0).ToList());
        lines.RemoveRange(label, (end < 0 ? stop : stop + 1) - label);
        return entries;
    }

    private static bool StartsList(List<string> lines, int label) =>
        lines.Skip(label + 1).Where(line => line.Length > 0).Take(LabelToDate).Any(line => TryDate(line, out _));

    private static List<RelatedLink> Entries(List<string> lines)
    {
        var dates = Enumerable.Range(0, lines.Count).Where(index => TryDate(lines[index], out _)).ToList();
        var entries = new List<RelatedLink>();
        for (var i = 0; i < dates.Count && entries.Count < ExtractionLimits.MaxRelated; i++)
        {
            // The line above the next date is the next entry's section: entries follow each other without an empty line.
            var stop = i + 1 < dates.Count ? Math.Max(dates[i] + 1, dates[i + 1] - 1) : lines.Count;
            if (Entry(lines, dates[i], stop) is { } entry)
                entries.Add(entry);
        }

        return entries;
    }

    private static RelatedLink? Entry(List<string> lines, int date, int stop)
    {
        TryDate(lines[date], out var day);
        var next = date + 1;
        var time = TimeOnly.MinValue;
        if (next < stop && TimeOnly.TryParseExact(lines[next], ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            next++;
        if (next >= stop)
            return null;

        var teaser = string.Join(' ', lines[(next + 1)..stop]);
        return new RelatedLink
        {
            Section = date > 0 ? lines[date - 1] : null,
            PublishedAt = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero),
            Headline = PageText.Cut(lines[next], ExtractionLimits.MaxTitleLength),
            Teaser = teaser.Length == 0 ? null : PageText.Cut(teaser, ExtractionLimits.MaxDescriptionLength),
        };
    }

    private static bool TryDate(string line, out DateOnly day) =>
        DateOnly.TryParseExact(line, ["dd.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
