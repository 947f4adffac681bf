using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Tells of each field whether the page declares it to machines or only prints it.</summary>
internal static class DeclaredFields
{
    public const string Title = "title";
    public const string Subtitle = "subtitle";
    public const string Authors = "authors";
    public const string Section = "section";

    /// <summary>The origin of each field that has a value, one of <see cref="FieldOrigins"/>.</summary>
    public static IReadOnlyDictionary<string, string> OriginsOf(JsonLd jsonLd, MetaTags meta, string? title, string? subtitle, string? section, IReadOnlyList<string> authors)
    {
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        Note(origins, Title, title, [jsonLd.Text("headline"), meta.First("og:title", "twitter:title")]);
        Note(origins, Subtitle, subtitle, [subtitle]);
        Note(origins, Section, section, [.. jsonLd.Texts("articleSection"), .. jsonLd.Breadcrumbs, meta.First("article:section", "section", "parsely-section", "article.section", "cxenseparse:section")]);
        Note(origins, Authors, authors is [var first, ..] ? first : null, [.. jsonLd.Texts("author"), .. jsonLd.Texts("creator"), .. BylineReader.MetaNames.SelectMany(meta.All)]);
        return origins;
    }

    private static void Note(Dictionary<string, string> origins, string field, string? value, IEnumerable<string?> declared)
    {
        if (value is null)
            return;

        var folded = PageText.Fold(value);
        var isDeclared = declared.OfType<string>().Any(text => PageText.Fold(System.Net.WebUtility.HtmlDecode(text)).Contains(folded, StringComparison.Ordinal));
        origins[field] = isDeclared ? FieldOrigins.Embedded : FieldOrigins.Page;
    }
}
