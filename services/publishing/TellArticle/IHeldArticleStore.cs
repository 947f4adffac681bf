using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.TellArticle;

/// <summary>What this service holds, for ingestion to learn again; readers have no part in it, so embargoes do not count.</summary>
internal interface IHeldArticleStore
{
    /// <summary>The states of what was stored at that time or later, in order of storing, from the one after <paramref name="after"/> on.</summary>
    Task<IReadOnlyList<ArticleState>> ReadStoredSinceAsync(DateTimeOffset since, StoredPosition? after, int limit, CancellationToken ct);

    /// <summary>The state and, unless withdrawn, the article of the newest revision stored, with its body; null when nothing of it was stored here.</summary>
    Task<HeldArticleContent?> TryFindHeldAsync(string articleId, CancellationToken ct);
}

/// <summary>A place in the order of storing.</summary>
internal sealed record StoredPosition(DateTimeOffset StoredAt, string ArticleId);
