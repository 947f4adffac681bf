using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Finds the authors: JSON-LD, then meta elements, then microdata and the byline as printed.</summary>
internal static class BylineReader
{
    private const int MaxBylineLength = 200;

    public static readonly IReadOnlyList<string> MetaNames =
        ["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "cxenseparse:author", "byl"];

    private static readonly string[] Printed =
    [
        "[itemprop='author'] [itemprop='name']", "[itemprop='author']", "a[rel~='author']", "[rel='author']",
        "[class*='author-name' i], [class*='author__name' i], [class*='authorname' i], [class*='byline-name' i], [class*='byline__name' i]",
        "[class*='byline' i] a", "[class~='author' i]", "[class*='byline' i]", "[class*='author' i] a",
    ];

    public static IReadOnlyList<string> Read(PageIndex page, JsonLd jsonLd, MetaTags meta, string? site)
    {
        var declared = AuthorNames.Read(jsonLd.Texts("author").Concat(jsonLd.Article is null ? [] : jsonLd.Texts("creator")).Take(ExtractionLimits.MaxAuthors), site);
        if (declared.Count > 0 && !IsSiteOnly(declared, site))
            return declared;

        var named = AuthorNames.Read(MetaNames
            .Select(name => meta.All(name)).FirstOrDefault(values => AuthorNames.Read(values, site).Count > 0) ?? [], site);
        if (named.Count > 0 && !IsSiteOnly(named, site))
            return named;

        var printed = Printed.Select(selector => FromPage(page, selector, site)).FirstOrDefault(names => names.Count > 0) ?? [];
        return printed.Count > 0 ? printed : declared.Count > 0 ? declared : named;
    }

    private static bool IsSiteOnly(IReadOnlyList<string> names, string? site) =>
        names.Count == 1 && site is not null && PageText.Fold(names[0]) == PageText.Fold(site);

    private static IReadOnlyList<string> FromPage(PageIndex page, string selector, string? site)
    {
        var texts = page.Select(selector).Take(6)
            .Select(element => PageText.NullIfEmpty(element.GetAttribute("content")) ?? PageText.Normalize(element.TextContent))
            .Where(text => text.Length is > 0 and <= MaxBylineLength);
        return AuthorNames.Read(texts, site);
    }
}
