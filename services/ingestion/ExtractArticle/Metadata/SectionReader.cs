using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The publisher's section: declared, else the innermost breadcrumb that is neither the site nor the article.</summary>
internal static class SectionReader
{
    private const int MaxLength = 60;

    private const string Printed = "[class*='crumb' i] a, [itemtype*='BreadcrumbList'] [itemprop='name'], nav[aria-label*='breadcrumb' i] a, a[class~='rubric' i], a[rel~='category'], a[rel~='section']";

    private static readonly HashSet<string> NoSections = new(StringComparer.OrdinalIgnoreCase)
    {
        "home", "homepage", "main", "news", "articles", "главная", "головна", "новости", "новини", "статьи", "статті", "start", "startseite", "accueil", "inicio", "strona główna",
    };

    public static string? Read(PageIndex page, JsonLd jsonLd, MetaTags meta, string? site)
    {
        var declared = meta.First("article:section", "section", "parsely-section", "article.section", "cxenseparse:section") ?? jsonLd.Texts("articleSection").FirstOrDefault()
            ?? PageText.NullIfEmpty(Value(page.Property("articleSection").FirstOrDefault()));
        if (PageText.NullIfEmpty(System.Net.WebUtility.HtmlDecode(declared)) is { Length: <= MaxLength } section)
            return section;

        var title = PageText.Fold(jsonLd.Text("headline") ?? meta.First("og:title") ?? string.Empty);
        return Crumbs(page, jsonLd).LastOrDefault(crumb => IsSection(crumb, title, site));
    }

    private static IEnumerable<string> Crumbs(PageIndex page, JsonLd jsonLd) =>
        jsonLd.Breadcrumbs.Count > 0
            ? jsonLd.Breadcrumbs
            : page.Select(Printed)
                .Take(20).Select(element => PageText.Normalize(element.TextContent));

    private static string? Value(IElement? element) => element?.GetAttribute("content") ?? element?.TextContent;

    private static bool IsSection(string crumb, string title, string? site)
    {
        var folded = PageText.Fold(crumb);
        return crumb.Length is > 1 and <= MaxLength
            && !NoSections.Contains(crumb)
            && !crumb.Contains("://", StringComparison.Ordinal)
            && folded != PageText.Fold(site ?? string.Empty)
            && (title.Length == 0 || !title.Contains(folded, StringComparison.Ordinal) || folded.Length < title.Length / 3);
    }
}
