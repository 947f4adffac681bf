using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.NoteSightings;

/// <summary>The sources that brought articles, the first one first.</summary>
internal sealed class SightingReader(ISightingStore store)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ArticleSighting>>> ReadAsync(IReadOnlyList<PublishedArticle> articles, CancellationToken ct)
    {
        var noted = await store.ReadAsync([.. articles.Select(article => article.ArticleId)], ct);
        return articles.ToDictionary(article => article.ArticleId, article => noted.Contains(article.ArticleId) ? [.. noted[article.ArticleId]] : OnlyOne(article));
    }

    // Ingestion tells of sources only from the second on.
    private static IReadOnlyList<ArticleSighting> OnlyOne(PublishedArticle article)
    {
        var content = article.Content;
        return [new ArticleSighting { SourceId = content.Source.Id, Name = content.Source.Name, Url = content.Url, FirstSeenAt = content.FirstSeenAt }];
    }
}
