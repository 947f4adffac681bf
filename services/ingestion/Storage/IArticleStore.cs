using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>The articles as read and their journeys. Each article is written alone by compare-and-set; a batch only saves round trips.</summary>
internal interface IArticleStore
{
    /// <summary>The rows of those articles that are known.</summary>
    Task<IReadOnlyDictionary<string, Article>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>The stored contents; none for an article whose newest revision is a withdrawal.</summary>
    Task<IReadOnlyDictionary<string, StoredContent>> ReadContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>
    /// Writes each row whose stored version is still <see cref="Article.Version"/> (0 = not stored yet) as the next version, together with
    /// its content; answers per write whether it was done. No two writes of a batch may name the same article.
    /// </summary>
    Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken ct);

    /// <summary>Pending rows whose <see cref="Article.QueuedAt"/> has come, the earliest first; <paramref name="limit"/> is at least 1.</summary>
    Task<IReadOnlyList<Article>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Rows whose <see cref="Article.SightingsDueAt"/> has come, the earliest first.</summary>
    Task<IReadOnlyList<Article>> ReadSightingsDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Sent rows in order of id, from the one after <paramref name="afterId"/> on.</summary>
    Task<IReadOnlyList<Article>> ReadSentAsync(string? afterId, int limit, CancellationToken ct);

    /// <summary>Published rows whose newest revision was queued before this instant, the earliest first.</summary>
    Task<IReadOnlyList<Article>> ReadPublishedBeforeAsync(DateTimeOffset instant, int limit, CancellationToken ct);

    /// <summary>How many articles are pending or sent; its cost does not grow with those that are answered.</summary>
    Task<long> CountBacklogAsync(CancellationToken ct);

    /// <summary>How many articles are in each state; cheap enough to ask every second.</summary>
    Task<ArticleCounts> CountAsync(CancellationToken ct);
}

/// <summary>A new state of an article's row.</summary>
/// <param name="Article">Its version is the one that was read.</param>
/// <param name="Change">What becomes of the stored content.</param>
/// <param name="Content">The new content; null unless <paramref name="Change"/> is <see cref="ContentChange.Replace"/>.</param>
internal sealed record ArticleWrite(Article Article, ContentChange Change = ContentChange.Keep, ArticleContent? Content = null);

/// <summary>What a write does to the stored content.</summary>
internal enum ContentChange
{
    Keep,
    Replace,
    Remove,
}

/// <summary>A content and the revision that it was stored with; the row's number may have been raised since.</summary>
/// <param name="Revision">That revision.</param>
/// <param name="Content">The content.</param>
/// <param name="AcceptedAt">When it came in; null for what version 0.1 stored.</param>
internal sealed record StoredContent(long Revision, ArticleContent Content, DateTimeOffset? AcceptedAt = null);

/// <summary>Every article in one bucket by its newest revision; <paramref name="Accepted"/> is counted on its own.</summary>
internal sealed record ArticleCounts(long Accepted, long Pending, long Sent, long Published, long Withdrawn, long Dead, long Expired)
{
    /// <summary>0 unless an article was lost or doubled.</summary>
    public long Difference => Accepted - Pending - Sent - Published - Withdrawn - Dead - Expired;
}
