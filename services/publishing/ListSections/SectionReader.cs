using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ListSections;

/// <summary>Counts the seven categories and the publishers' sections in them.</summary>
internal sealed class SectionReader(IArticleSearch search)
{
    private const int MostCounted = 10_000;
    private const int CountedHits = 1_000;
    private const int MostPrinted = 10;

    /// <summary>All seven, also those without an article, in the order of the alphabet.</summary>
    /// <param name="query">Which articles count.</param>
    /// <param name="ct">Ends the counting.</param>
    public async Task<IReadOnlyList<SectionResource>> ReadAsync(ArticleQuery query, CancellationToken ct)
    {
        var sections = new List<SectionResource>();
        foreach (var category in Categories.All)
        {
            var within = query with { Category = category };
            var articles = await search.CountAsync(within, MostCounted, ct);
            var newest = await search.ReadFactsAsync(HitQuery.Of(within), CountedHits, ct);
            var printed = FacetCounter.Count(newest, hit => category.Equals(hit.Section, StringComparison.OrdinalIgnoreCase) ? null : hit.Section, MostPrinted);
            sections.Add(new SectionResource(
                category,
                articles,
                articles < MostCounted,
                newest.Count == 0 ? null : HitKey.Time(newest[0].Place.Key),
                [.. printed],
                new SectionLinks(Links.WithQuery("/api/v1/articles", ("category", category)), Links.WithQuery("/feeds/atom.xml", ("category", category)), Links.Section(category))));
        }

        return sections;
    }
}
