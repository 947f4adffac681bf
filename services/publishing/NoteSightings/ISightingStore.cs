using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.NoteSightings;

/// <summary>Which sources brought which article; each source of an article is noted once and stays as it was noted first.</summary>
internal interface ISightingStore
{
    /// <summary>Notes what is new; also of articles that have not come yet.</summary>
    Task AddAsync(IReadOnlyList<ArticleSighted> sighted, CancellationToken ct);

    /// <summary>The sources noted of each of the articles, the first one first; none for an article of which only one source is known.</summary>
    Task<ILookup<string, ArticleSighting>> ReadAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct);
}
