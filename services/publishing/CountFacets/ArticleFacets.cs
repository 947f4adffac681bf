using System.Globalization;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.CountFacets;

/// <summary>One value of a facet.</summary>
/// <param name="Value">What the filter of the facet's name takes.</param>
/// <param name="Name">For people.</param>
/// <param name="Count">Articles with it, among those counted.</param>
internal sealed record FacetValue(string Value, string Name, int Count);

/// <summary>What the articles that match a query have in common.</summary>
/// <param name="Facets">By name, each most frequent first (<c>day</c>: the newest first).</param>
/// <param name="Counted">The newest so many hits were counted.</param>
/// <param name="Total">The hits; counting ends at 10,000.</param>
/// <param name="IsTotalExact">False when there are at least so many.</param>
internal sealed record ArticleFacets(IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets, int Counted, int Total, bool IsTotalExact);

/// <summary>Counts facets over the newest 1,000 hits, so that they cost the same however many there are.</summary>
internal sealed class FacetCounter(IArticleSearch search)
{
    private const int CountedHits = 1_000;
    private const int MostValues = 20;
    private const int MostTotal = 10_000;

    /// <summary>The facets that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["source", "section", "language", "entity", "day"];

    /// <param name="query">Its order, place and limit do not count.</param>
    /// <param name="names">Some of <see cref="Names"/>.</param>
    /// <param name="ct">Ends the counting.</param>
    public async Task<ArticleFacets> CountAsync(ArticleQuery query, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var hits = await search.ReadFactsAsync(HitQuery.Of(query), CountedHits, ct);
        var facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            facets[name] = name switch
            {
                "source" => await NameSourcesAsync(hits, ct),
                "section" => [.. Count(hits, hit => hit.Section)],
                "language" => [.. Count(hits, hit => hit.Language)],
                "day" => [.. Count(hits, hit => HitKey.Time(hit.Place.Key).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).OrderByDescending(day => day.Value, StringComparer.Ordinal)],
                _ => [.. (await search.CountEntitiesAsync(query with { Limit = MostValues }, CountedHits, ct)).Select(entity => new FacetValue(entity.Name, entity.Name, entity.Articles))],
            };
        }

        var isExact = hits.Count < CountedHits;
        var total = isExact ? hits.Count : await search.CountAsync(query, MostTotal, ct);
        return new ArticleFacets(facets, hits.Count, total, total < MostTotal);
    }

    /// <summary>How often each value is among the hits, the most frequent first; upper and lower case are one.</summary>
    /// <param name="hits">What is counted.</param>
    /// <param name="value">Of a hit; null when it has none.</param>
    /// <param name="most">At most so many values.</param>
    public static IEnumerable<FacetValue> Count(IReadOnlyList<HitFacts> hits, Func<HitFacts, string?> value, int most = MostValues) => hits
        .Select(value)
        .OfType<string>()
        .CountBy(found => found, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(found => found.Value).ThenBy(found => found.Key, StringComparer.Ordinal)
        .Take(most)
        .Select(found => new FacetValue(found.Key, found.Key, found.Value));

    // A source goes by the name that its newest hit bears.
    private async Task<IReadOnlyList<FacetValue>> NameSourcesAsync(IReadOnlyList<HitFacts> hits, CancellationToken ct)
    {
        var counted = Count(hits, hit => hit.SourceId).ToList();
        var newest = counted.ConvertAll(source => hits.First(hit => string.Equals(hit.SourceId, source.Value, StringComparison.OrdinalIgnoreCase)).Place.ArticleId);
        var names = (await search.LoadAsync(newest, withBody: false, ct)).ToDictionary(article => article.Content.Source.Id, article => article.Content.Source.Name, StringComparer.OrdinalIgnoreCase);
        return [.. counted.Select(source => source with { Name = names.GetValueOrDefault(source.Value, source.Value) })];
    }
}
