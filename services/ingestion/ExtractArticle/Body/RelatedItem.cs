using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Sorts the texts around a headline by their looks: a date, a time, a section before it, a teaser behind it.</summary>
internal static partial class RelatedItem
{
    private const int MaxSectionLength = 40;
    private const int MinTeaserLength = 30;

    public static RelatedLink Read(IElement item, IElement link, string headline)
    {
        string? section = null, teaser = null, date = null, time = null;
        var behind = false;
        foreach (var (text, inLink) in Texts(item, link))
        {
            behind |= inLink;
            if (inLink || text == headline || Phrases.IsReadAlso(text))
                continue;
            if (ClockOnly().IsMatch(text))
                time ??= text;
            else if (text.Any(char.IsAsciiDigit) && text.Length < 50 && NewsDates.TryParse(text, out _))
                date ??= text;
            else if (text.Length >= MinTeaserLength)
                teaser ??= text;
            else if (!behind && text.Length <= MaxSectionLength && text.Any(char.IsLetter))
                section ??= text.Trim(' ', '|', '/', '•');
        }

        return new RelatedLink
        {
            Headline = headline,
            Section = section,
            PublishedAt = item.QuerySelector("time[datetime]")?.GetAttribute("datetime") is { } exact && DateReader.Parse(exact) is { } instant ? instant : Date(date, time),
            Teaser = teaser is null ? null : PageText.Cut(teaser, ExtractionLimits.MaxDescriptionLength),
        };
    }

    private static DateTimeOffset? Date(string? date, string? time) =>
        date is null ? null : DateReader.Parse(time is null ? date : $"{date} {time}");

    // The texts of the smallest blocks, and of inline pieces that stand alone; the link's own text counts as one.
    private static IEnumerable<(string Text, bool InLink)> Texts(IElement item, IElement link)
    {
        foreach (var node in item.ChildNodes)
        {
            if (node == link || (node is IElement inner && inner.Contains(link) && PageTree.IsInline(inner.LocalName)))
                yield return (string.Empty, true);
            else if (node is IElement element && element.Children.Any(child => !PageTree.IsInline(child.LocalName) || child.Contains(link) || child.LocalName is "time" or "span"))
                foreach (var text in Texts(element, link))
                    yield return text;
            else if (PageText.NullIfEmpty(node.TextContent) is { } text)
                yield return (text, false);
        }
    }

    [GeneratedRegex(@"^\d{1,2}:\d\d$", RegexOptions.None, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex ClockOnly();
}
