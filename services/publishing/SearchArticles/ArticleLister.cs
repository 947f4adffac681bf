using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Gives a query's page with the cursor of the next. An article that comes in between neither repeats nor hides another, and a late page costs what the first does.</summary>
internal sealed class ArticleLister(IArticleSearch search, TimeProvider clock)
{
    public async Task<Page<PublishedArticle>> ListAsync(ArticleQuery query, CancellationToken ct)
    {
        // One more than asked tells whether there is a next page.
        var places = await FindAsync(query, query.Limit + 1, ct);
        var page = places.Take(query.Limit).ToList();

        // Withdrawn between the two reads: left out, as if it had never been found.
        var articles = await search.LoadAsync(page.ConvertAll(place => place.Id), query.WithBody, ct);
        return new Page<PublishedArticle>(articles, places.Count > query.Limit ? Cursor.Encode(page[^1]) : null);
    }

    /// <summary>A query's articles from the one after <paramref name="skip"/> others on, for those who count pages: what it costs grows with them.</summary>
    public async Task<IReadOnlyList<PublishedArticle>> ReadAsync(ArticleQuery query, int skip, CancellationToken ct)
    {
        var places = await FindAsync(query, skip + query.Limit, ct);
        return await search.LoadAsync([.. places.Skip(skip).Select(place => place.Id)], query.WithBody, ct);
    }

    private async Task<IReadOnlyList<ArticleCursor>> FindAsync(ArticleQuery query, int limit, CancellationToken ct) => query.Order == ArticleOrder.Relevance
        ? await new RankedSlices(search).FindAsync(query, limit, clock.GetUtcNow(), ct)
        : await FindNewestAsync(query, limit, ct);

    private async Task<IReadOnlyList<ArticleCursor>> FindNewestAsync(ArticleQuery query, int limit, CancellationToken ct)
    {
        var after = query.After is { } cursor ? new HitPlace(cursor.Key, cursor.Id) : null;
        var hits = await search.ReadHitsAsync(HitQuery.Of(query) with { After = after }, limit, [], ct);
        return [.. hits.Select(hit => new ArticleCursor(ArticleOrder.Time, hit.Place.Key, hit.Place.ArticleId))];
    }
}
