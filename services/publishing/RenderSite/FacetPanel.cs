using NewsPlatform.Publishing.CountFacets;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Beside what was found: how to narrow it down, with the number of articles that each step leaves.</summary>
internal static class FacetPanel
{
    private const int ValuesShown = 8;

    /// <summary>The facets that it shows.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["source", "section", "language", "entity", "day"];

    /// <summary>The chosen filters, each with a way to take it away.</summary>
    public static Html Chosen(SearchFilters filters, string? sort, SiteRequest request) => Html.If(filters.Chosen.Any(), () => Html.Of($"""
        <ul class="chips chosen" aria-label="{request.Texts.Filters}">
        {filters.Chosen.Select(one => Html.Of($"<li><a href=\"{filters.With(request, sort, (one.Name, null))}\" aria-label=\"{request.Texts.RemoveFilter}: {one.Value}\"><bdi>{one.Value}</bdi> <span aria-hidden=\"true\">×</span></a></li>\n"))}
        </ul>
        """));

    /// <summary>Facets of more than one value; nothing when there is none.</summary>
    public static Html Of(ArticleFacets counted, SearchFilters filters, string? sort, SiteRequest request)
    {
        var shown = Facets.Where(name => counted.Facets.TryGetValue(name, out var values) && values.Count > 1).ToList();
        return Html.If(shown.Count > 0, () => Html.Of($"""
            <aside class="notes facets" aria-label="{request.Texts.Narrow}">
            {shown.Select(name => Html.Of($"<section><h2 class=\"rubric\">{TitleOf(name, request)}</h2><ul>\n{counted.Facets[name].Take(ValuesShown).Select(value => Row(name, value, filters, sort, request))}</ul></section>\n"))}
            </aside>
            """));
    }

    private static Html Row(string name, FacetValue value, SearchFilters filters, string? sort, SiteRequest request)
    {
        (string, string?)[] change = name == "day" ? [("from", value.Value), ("to", value.Value)] : [(name, value.Value)];
        return Html.Of($"<li><a href=\"{filters.With(request, sort, change)}\"><bdi>{NameOf(name, value, request)}</bdi></a> <span class=\"meta\">{value.Count}</span></li>\n");
    }

    private static string NameOf(string facet, FacetValue value, SiteRequest request) => facet switch
    {
        "section" => request.Texts.CategoryName(value.Value),
        "language" => Texts.InterfaceLanguage.Find(value.Value)?.Name ?? value.Value,
        "day" => request.Texts.Date(DateTimeOffset.Parse(value.Value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => value.Name,
    };

    private static string TitleOf(string facet, SiteRequest request) => facet switch
    {
        "source" => request.Texts.Sources,
        "section" => request.Texts.Sections,
        "language" => request.Texts.NewsLanguage,
        "entity" => request.Texts.Named,
        _ => request.Texts.Days,
    };
}
