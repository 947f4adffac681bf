using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.ReleaseArticle;

/// <summary>
/// The embargoed articles of the read store. A release is show, log, settle: killed in between, the article is still due and the
/// same three steps end in the same state.
/// </summary>
internal interface IEmbargoStore
{
    /// <summary>Articles whose embargo ended and whose release is not settled, the longest due first.</summary>
    Task<IReadOnlyList<ArticleState>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Makes those visible whose given revision still waits; answers with the states then held.</summary>
    Task<IReadOnlyList<ArticleState>> ShowAsync(IReadOnlyList<ArticleState> due, CancellationToken ct);

    /// <summary>Forgets the embargo of those that still show the given revision and wait for no other.</summary>
    Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct);
}
