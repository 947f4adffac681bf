using AngleSharp.Dom;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ReadFeed.Listings;

/// <summary>Tells headline, section, date and teaser of an entry apart by what their texts look like.</summary>
internal static class EntryReader
{
    private const int LongestSection = 40;
    private const int ShortestTeaser = 30;

    public static FeedItem Read(ListingEntry entry, DateTimeOffset now)
    {
        var title = HtmlText.Collapse(entry.Headline.TextContent);
        var lines = entry.Parts.SelectMany(part => Lines(part, entry.Headline)).Where(line => line.Text != title).ToList();
        var dates = lines.Where(line => IsDate(line.Text, now)).Select(line => line.Text).ToList();
        var others = lines.Where(line => !dates.Contains(line.Text)).ToList();
        var section = entry.Section ?? Section(others);
        var machine = entry.Parts.OfType<IElement>().Select(part => part.QuerySelector("time[datetime]")?.GetAttribute("datetime")).FirstOrDefault(text => text is not null);
        return new FeedItem
        {
            Id = entry.Address,
            Link = entry.Address,
            Title = title,
            Summary = entry.Teaser ?? others.Where(line => line.Text.Length >= ShortestTeaser && line.Text != section).MaxBy(line => line.Text.Length)?.Text,
            Categories = string.IsNullOrEmpty(section) ? [] : [section],
            PublishedAt = Date(entry.Date is null ? new[] { machine, string.Join(' ', dates) }.Concat(dates) : [entry.Date], now),
            Image = Image(entry),
        };
    }

    private static DateTimeOffset? Date(IEnumerable<string?> texts, DateTimeOffset now)
    {
        foreach (var text in texts)
        {
            if (NewsDates.TryParse(text, out var absolute))
            {
                return absolute;
            }

            // A lone time of day later than now is yesterday's.
            if (NewsDates.TryParse(text, now, out var told))
            {
                return told > now.AddHours(1) && told.Date == now.Date ? told.AddDays(-1) : told;
            }
        }

        return null;
    }

    private static bool IsDate(string text, DateTimeOffset now) =>
        text.Length <= LongestSection && (text.Any(char.IsAsciiDigit) || text.Length <= 12) && NewsDates.TryParse(text, now, out _);

    // A name in the class is the surest sign; else the first short line that is no sentence and no number.
    private static string? Section(List<Line> lines)
    {
        var named = lines.FirstOrDefault(line => SectionNames.Any(name => line.Class.Contains(name, StringComparison.OrdinalIgnoreCase)));
        var section = named ?? lines.FirstOrDefault(line => line.Text.Length <= LongestSection);
        return section is { Text.Length: <= LongestSection } && section.Text.Any(char.IsLetter) && !section.Text.Any(char.IsAsciiDigit) && !section.Text.EndsWith('.') ? section.Text : null;
    }

    private static readonly string[] SectionNames = ["section", "categ", "rubric", "rubrik", "topic", "kicker"];

    private static IEnumerable<Line> Lines(INode node, IElement headline)
    {
        if (node == headline || node is IComment || node is IElement { LocalName: "script" or "style" or "template" or "noscript" or "svg" })
        {
            return [];
        }

        var isLeaf = node is not IElement element || (!headline.Ancestors().Contains(node) && (IsProse(element) || !element.Children.Any(IsLine)));
        var text = HtmlText.Collapse(node.TextContent);
        return !isLeaf ? node.ChildNodes.SelectMany(child => Lines(child, headline))
            : text.Length == 0 ? []
            : [new Line(text, ClassOf(node))];
    }

    // Links and marked words inside a sentence do not end it.
    private static bool IsProse(IElement element) =>
        element.LocalName == "p" || element.ChildNodes.OfType<IText>().Sum(text => text.Data.Trim().Length) >= ShortestTeaser;

    private static bool IsLine(IElement element) => element.LocalName is not ("b" or "i" or "em" or "strong" or "br" or "wbr" or "sup" or "sub" or "mark");

    private static string ClassOf(INode node) => (node as IElement ?? node.ParentElement)?.ClassName ?? "";

    private static string? Image(ListingEntry entry) =>
        entry.Parts.OfType<IElement>().SelectMany(part => part.QuerySelectorAll("img"))
            .Select(image => FeedLink.Resolve(image.GetAttribute("data-src") ?? image.GetAttribute("src"), entry.Base)).FirstOrDefault(FeedLink.IsWeb);

    private sealed record Line(string Text, string Class);
}
