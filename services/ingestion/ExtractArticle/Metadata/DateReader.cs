using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>When the article was published and changed: declared dates first, then the time elements, then the address.</summary>
internal static partial class DateReader
{
    private const int LinesBesideHeadline = 30;

    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset? Published(IDocument document, JsonLd jsonLd, MetaTags meta, PageAddress address) =>
        Find(document, jsonLd, meta, address) is { } found ? LocalTime.Of(found, Written(document, meta)) : null;

    private static DateTimeOffset? Find(IDocument document, JsonLd jsonLd, MetaTags meta, PageAddress address) =>
        FirstDate(jsonLd.Texts("datePublished"))
        ?? FirstDate([meta.First("article:published_time"), meta.First("og:published_time"), meta.First("datepublished"), meta.First("parsely-pub-date"), meta.First("article.published"),
            meta.First("sailthru.date"), meta.First("pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date", "cxenseparse:recs:publishtime")])
        ?? FirstDate(document.QuerySelectorAll("[itemprop='datePublished'], time[pubdate]").Take(5).Select(ValueOf))
        ?? FirstDate(jsonLd.Texts("dateCreated"))
        ?? FirstDate(document.QuerySelectorAll("[id*='date_posted' i], [id*='dateposted' i], [id*='datepublished' i], [id*='publish-date' i], [id*='publish_date' i], [id*='pubdate' i]").Take(3).Select(ValueOf))
        ?? OnAddressDay(Times(document).Select(ValueOf).Concat(BesideHeadline(document).Select(element => Short(element.TextContent))), AddressOf(document, meta, address))
        ?? FirstDate(document.QuerySelectorAll("[class*='date' i], [class*='time' i], [class*='published' i], [class*='posted' i]").Take(20).Select(element => Short(element.TextContent)))
        ?? FromAddress(AddressOf(document, meta, address));

    public static DateTimeOffset? Modified(IDocument document, JsonLd jsonLd, MetaTags meta) =>
        FirstDate(jsonLd.Texts("dateModified"))
        ?? FirstDate([meta.First("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")])
        ?? FirstDate(document.QuerySelectorAll("[itemprop='dateModified']").Take(5).Select(ValueOf));

    private static IEnumerable<string?> Written(IDocument document, MetaTags meta) =>
        document.QuerySelectorAll("time[datetime]").Take(20).Select(element => element.GetAttribute("datetime")).Concat(meta.Values);

    private static string? AddressOf(IDocument document, MetaTags meta, PageAddress address) =>
        document.QuerySelector("link[rel~='canonical']")?.GetAttribute("href") ?? meta.First("og:url") ?? address.Page;

    // A day in the address decides among the page's many times, for some belong to other articles.
    private static DateTimeOffset? OnAddressDay(IEnumerable<string?> values, string? url)
    {
        var dates = values.Select(Parse).OfType<DateTimeOffset>().Where(date => date > Earliest).ToList();
        if (FromAddress(url) is not { } day)
            return dates.Count > 0 ? dates[0] : null;

        var near = dates.Where(date => Math.Abs((date.Date - day.Date).TotalDays) <= 1).ToList();
        return near.Count > 0 ? near[0] : day;
    }

    // The time beside the headline, not the one of a teaser in a sidebar.
    private static IEnumerable<IElement> Times(IDocument document) =>
        document.QuerySelectorAll("article header time[datetime], article time[datetime]").Take(5).Concat(document.QuerySelectorAll("time").Take(5));

    // Pages without any markup for dates print them in the few lines around the headline.
    private static IEnumerable<IElement> BesideHeadline(IDocument document)
    {
        var scope = document.QuerySelector("h1")?.ParentElement;
        for (var level = 0; level < 3 && scope is not null && scope != document.Body; level++, scope = scope.ParentElement)
        {
            foreach (var element in scope.QuerySelectorAll("div, p, span, li, em, small, i, b").Take(LinesBesideHeadline))
            {
                if (element.ChildElementCount <= 1 && element.TextContent.Any(char.IsAsciiDigit))
                    yield return element;
            }
        }
    }

    private static string? ValueOf(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Short(element.TextContent);

    private static string? Short(string text) => PageText.Normalize(text) is { Length: > 5 and < 80 } value ? value : null;

    private static DateTimeOffset? FirstDate(IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            if (Parse(value) is { } date && date > Earliest)
                return date;
        }

        return null;
    }

    internal static DateTimeOffset? Parse(string? value) =>
        !string.IsNullOrWhiteSpace(value) && NewsDates.TryParse(PageText.Normalize(value), out var date) ? date : null;

    private static DateTimeOffset? FromAddress(string? url)
    {
        var match = url is null ? null : AddressDate().Match(url);
        return match is { Success: true } && DateTime.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeSpan.Zero) : null;
    }

    [GeneratedRegex(@"[/\-_](?<year>(19|20)\d\d)[/\-_](?<month>\d{1,2})[/\-_](?<day>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressDate();
}
