using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>What an article said before: <see cref="IArticleStore.SaveAsync"/> keeps each content that it replaces, and drops them all with a withdrawal.</summary>
internal interface IRevisionStore
{
    /// <summary>Contents kept of one article beside the newest; beyond that the oldest after the very first give way.</summary>
    const int MaxKept = 100;

    /// <summary>The contents before the newest one, the oldest first.</summary>
    Task<IReadOnlyList<StoredRevision>> ReadEarlierAsync(string articleId, CancellationToken ct);
}

/// <summary>A content that was replaced.</summary>
/// <param name="Revision">The revision that brought it.</param>
/// <param name="AcceptedAt">When that was; null for what version 0.1 stored.</param>
/// <param name="Content">As it was read.</param>
internal sealed record StoredRevision(long Revision, DateTimeOffset? AcceptedAt, ArticleContent Content);
