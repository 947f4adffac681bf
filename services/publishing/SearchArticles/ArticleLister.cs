using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Gives a query's page with the cursor of the next.</summary>
internal sealed class ArticleLister(IArticleSearch search)
{
    public async Task<Page<PublishedArticle>> ListAsync(ArticleQuery query, CancellationToken ct)
    {
        // One more than asked tells whether there is a next page.
        var found = await search.FindAsync(query with { Limit = query.Limit + 1 }, ct);
        var page = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? Cursor.Encode(new ArticleCursor(query.Order, page[^1].Key.Rank, page[^1].Key.ArticleId)) : null;
        return new Page<PublishedArticle>([.. page.Select(hit => hit.Article)], next);
    }
}
