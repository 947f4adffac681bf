using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>When the article was published and changed: declared dates first, then the time elements, then the address.</summary>
internal static partial class DateReader
{
    private const int LinesBesideHeadline = 30;
    private const int LongestRelative = 40;
    private static readonly TimeSpan Anew = TimeSpan.FromDays(3);
    private const string Lines = "div, p, span, li, em, small, i, b";

    /// <summary>The published time; null when the page gives none. What is told from today needs the instant at which the page was read, and gives way to any date.</summary>
    public static FoundDate? Published(PageIndex page, JsonLd jsonLd, MetaTags meta, PageAddress address, FoundDate? modified, DateTimeOffset? readAt) =>
        Find(page, jsonLd, meta, address) is { } found ? WithZone(PublishedAnew(page, found, modified) ?? found, Written(page, meta)) : FromToday(page, readAt);

    private static FoundDate? Find(PageIndex page, JsonLd jsonLd, MetaTags meta, PageAddress address) =>
        FirstDate(jsonLd.Texts("datePublished"), DateSources.JsonLd)
        ?? FirstDate([meta.First("article:published_time"), meta.First("og:published_time"), meta.First("datepublished"), meta.First("parsely-pub-date"), meta.First("article.published"),
            meta.First("sailthru.date"), meta.First("pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date", "cxenseparse:recs:publishtime")], DateSources.Meta)
        ?? FirstDate(page.PropertyOrPublicationTime("datePublished").Take(5).Select(ValueOf), DateSources.Markup)
        ?? FirstDate(jsonLd.Texts("dateCreated"), DateSources.JsonLd)
        ?? FirstDate([jsonLd.TextOfPage("datePublished")], DateSources.JsonLd)
        ?? FirstDate(page.Select("[id*='date_posted' i], [id*='dateposted' i], [id*='datepublished' i], [id*='publish-date' i], [id*='publish_date' i], [id*='pubdate' i]").Take(3).Select(ValueOf), DateSources.Printed)
        ?? OnAddressDay(
            Times(page).Select(element => FoundDate.Of(ValueOf(element), DateSources.Markup)).Concat(BesideHeadline(page, Lines).Where(HasDigits).Select(element => FoundDate.Of(Short(element.TextContent), DateSources.Printed))),
            AddressOf(page, meta, address))
        ?? FirstDate(page.Select("[class*='date' i], [class*='time' i], [class*='published' i], [class*='posted' i]").Take(20).Select(element => Short(element.TextContent)), DateSources.Printed)
        ?? FromAddress(AddressOf(page, meta, address));

    public static FoundDate? Modified(PageIndex page, JsonLd jsonLd, MetaTags meta) =>
        FirstDate(jsonLd.Texts("dateModified"), DateSources.JsonLd)
        ?? FirstDate([meta.First("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")], DateSources.Meta)
        ?? FirstDate(page.Property("dateModified").Take(5).Select(ValueOf), DateSources.Markup);

    // A guide or a list that comes out again each year shows its new day and hides the first one. A story that runs on for a day or two is not meant.
    private static FoundDate? PublishedAnew(PageIndex page, FoundDate published, FoundDate? modified)
    {
        if (published.From.Source is not (DateSources.JsonLd or DateSources.Meta) || modified is null || modified.At.Date - published.At.Date < Anew)
            return null;

        var shown = Times(page).Select(element => Parse(Short(element.TextContent)) ?? Parse(ValueOf(element)))
            .Concat(BesideHeadline(page, $"time, {Lines}").Where(HasDigits).Select(element => Parse(Short(element.TextContent))))
            .OfType<DateTimeOffset>().ToList();
        return shown.Exists(day => AreNear(day, modified.At)) && !shown.Exists(day => AreNear(day, published.At)) ? modified with { From = modified.From with { Source = DateSources.Anew } } : null;
    }

    // By another zone's clock it is another day.
    private static bool AreNear(DateTimeOffset one, DateTimeOffset other) => Math.Abs((one.Date - other.Date).TotalDays) <= 1;

    private static FoundDate WithZone(FoundDate found, IEnumerable<string?> written) =>
        LocalTime.Of(found.At, written) is var zoned && zoned.Offset != found.At.Offset ? new FoundDate(zoned, found.From with { ZoneKnown = true }) : found;

    // Only beside the headline: elsewhere stand the times of other articles.
    private static FoundDate? FromToday(PageIndex page, DateTimeOffset? readAt) =>
        readAt is null ? null : BesideHeadline(page, $"time, {Lines}").Select(element => PageText.Normalize(element.TextContent))
            .Where(text => text.Length is > 3 and <= LongestRelative)
            .Select(text => FoundDate.OfRelative(text, readAt)).FirstOrDefault(found => found is not null);

    private static IEnumerable<string?> Written(PageIndex page, MetaTags meta) =>
        page.Named("time").Select(element => element.GetAttribute("datetime")).Where(time => time is not null).Take(20).Concat(meta.Values);

    private static string? AddressOf(PageIndex page, MetaTags meta, PageAddress address) =>
        page.Link("canonical") ?? meta.First("og:url") ?? address.Page;

    // A day in the address decides among the page's many times, for some belong to other articles.
    private static FoundDate? OnAddressDay(IEnumerable<FoundDate?> found, string? url)
    {
        var dates = found.OfType<FoundDate>().ToList();
        if (FromAddress(url) is not { } day)
            return dates.Count > 0 ? dates[0] : null;

        return dates.Find(date => Math.Abs((date.At.Date - day.At.Date).TotalDays) <= 1) ?? day;
    }

    // The time beside the headline, not the one of a teaser in a sidebar.
    private static IEnumerable<IElement> Times(PageIndex page) =>
        page.Named("time").Where(time => time.HasAttribute("datetime") && time.Ancestors<IElement>().Any(box => box.LocalName == "article")).Take(5).Concat(page.Named("time").Take(5));

    // Pages without any markup for dates print them in the few lines around the headline.
    private static IEnumerable<IElement> BesideHeadline(PageIndex page, string lines)
    {
        var scope = (page.Named("h1") is [var headline, ..] ? headline : null)?.ParentElement;
        for (var level = 0; level < 3 && scope is not null && scope != page.Document.Body; level++, scope = scope.ParentElement)
        {
            foreach (var element in scope.QuerySelectorAll(lines).Take(LinesBesideHeadline))
            {
                if (element.ChildElementCount <= 1)
                    yield return element;
            }
        }
    }

    private static bool HasDigits(IElement element) => element.TextContent.Any(char.IsAsciiDigit);

    internal static string? ValueOf(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Short(element.TextContent);

    private static string? Short(string text) => PageText.Normalize(text) is { Length: > 5 and < 80 } value ? value : null;

    private static FoundDate? FirstDate(IEnumerable<string?> values, string source) =>
        values.Select(value => FoundDate.Of(value, source)).FirstOrDefault(found => found is not null);

    internal static DateTimeOffset? Parse(string? value) =>
        !string.IsNullOrWhiteSpace(value) && NewsDates.TryParse(PageText.Normalize(value), out var date) ? date : null;

    private static FoundDate? FromAddress(string? url)
    {
        var match = url is null ? null : AddressDate().Match(url);
        return match is { Success: true } && DateTime.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new FoundDate(new DateTimeOffset(day, TimeSpan.Zero), new DateProvenance(DateSources.Address, DatePrecisions.Day, ZoneKnown: false)) : null;
    }

    [GeneratedRegex(@"[/\-_](?<year>(19|20)[0-9][0-9])[/\-_](?<month>[0-9]{1,2})[/\-_](?<day>[0-9]{1,2})(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex AddressDate();
}
