using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.ReadStories;

/// <summary>Where a story comes from.</summary>
/// <param name="Name">The source that the citations of its articles lead to; else who printed it first.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>; null when the analysis did not tell.</param>
/// <param name="Via">Who cites it, from the first article's source on; empty when that source is the original.</param>
/// <param name="ArticleId">The earliest article that leads there.</param>
/// <param name="Evidence">Its sentence that names the source; null when no sentence does.</param>
/// <param name="Id">Of the entity that it is (Wikidata's, or the user's gazetteer's); null when it has none.</param>
internal sealed record OriginalSource(string Name, string? Kind, IReadOnlyList<string> Via, string ArticleId, string? Evidence, string? Id = null);

/// <summary>A source that articles of a story cite.</summary>
/// <param name="Name">Its normal form.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>; null when the analysis did not tell.</param>
/// <param name="ArticleCount">How many of the articles shown cite it.</param>
/// <param name="Id">Of the entity that it is; null when it has none.</param>
internal sealed record InfoSource(string Name, string? Kind, int ArticleCount, string? Id = null);

/// <summary>Follows "who cites whom" over the articles of a story to the source that stands at its beginning.</summary>
internal static class StorySources
{
    private const int Most = 20;

    // A longer chain is a circle of sites that cite one another.
    private const int LongestChain = 8;

    /// <summary>The source that most articles lead to, by the earliest of equals; null for a story without articles.</summary>
    public static OriginalSource? OriginalOf(IReadOnlyList<PublishedArticle> articles)
    {
        var ordered = articles.OrderBy(PrintedAt).ThenBy(article => article.ArticleId, StringComparer.Ordinal).ToList();
        var edges = ordered.SelectMany(article => article.Analysis.Attribution.Select(edge => (Article: article, Edge: edge))).ToLookup(pair => Key(pair.Edge.FromId, pair.Edge.From));
        var ends = ordered.Select(article => End(article, edges)).ToList();
        return ends.GroupBy(end => Key(end.Id, end.Name))
            .OrderByDescending(group => group.Count()).ThenBy(group => ends.IndexOf(group.First()))
            .Select(group => group.First()).FirstOrDefault();
    }

    /// <summary>The sources that the articles cite, the most cited first, at most 20.</summary>
    public static IReadOnlyList<InfoSource> CitedIn(IReadOnlyList<PublishedArticle> articles) =>
        [.. articles.SelectMany(article => article.Analysis.Attribution.DistinctBy(edge => Key(edge.ToId, edge.To)))
            .GroupBy(edge => Key(edge.ToId, edge.To))
            .Select(group => new InfoSource(group.First().To, group.Select(edge => edge.ToKind).FirstOrDefault(kind => kind is not null), group.Count(), group.First().ToId))
            .OrderByDescending(source => source.ArticleCount).ThenBy(source => source.Name, StringComparer.Ordinal).Take(Most)];

    // An article's own citations first: what others write of the cited source is asked only where the article says no more.
    private static OriginalSource End(PublishedArticle article, ILookup<string, (PublishedArticle Article, AttributionEdge Edge)> edges)
    {
        var end = new OriginalSource(article.Content.Source.Name, SourceKinds.Medium, [], article.ArticleId, null);
        var seen = new HashSet<string> { Key(end.Id, end.Name) };
        while (end.Via.Count < LongestChain && Next(article, end, edges) is { } next && seen.Add(Key(next.ToId, next.To)))
        {
            end = end with { Name = next.To, Kind = next.ToKind, Via = [.. end.Via, end.Name], Evidence = next.Evidence, Id = next.ToId };
        }

        return end;
    }

    private static AttributionEdge? Next(PublishedArticle article, OriginalSource end, ILookup<string, (PublishedArticle Article, AttributionEdge Edge)> edges)
    {
        var from = edges[Key(end.Id, end.Name)].Where(pair => end.Via.Count > 0 || pair.Article.ArticleId == article.ArticleId).ToList();
        return from.Find(pair => pair.Article.ArticleId == article.ArticleId).Edge ?? from.FirstOrDefault().Edge;
    }

    private static DateTimeOffset PrintedAt(PublishedArticle article) => article.Content.PublishedAt ?? article.Content.FirstSeenAt;

    // By its entity Рейтер is Reuters.
    private static string Key(string? id, string name) => id ?? name.Trim('"', '«', '»', '“', '”', ' ').ToUpperInvariant();
}
