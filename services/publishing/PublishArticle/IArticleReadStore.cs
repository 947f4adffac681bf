namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>The articles that readers see, and the tombstones of those that they saw. One article is one document; each method is atomic an article, not a batch.</summary>
internal interface IArticleReadStore
{
    /// <summary>
    /// Stores each revision that is newer than the one held, and, apart from that, each story membership that is newer than the one held.
    /// Answers with the states then held, in the order of <paramref name="changes"/>.
    /// </summary>
    Task<IReadOnlyList<ArticleState>> PutNewerAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct);

    /// <summary>Stores newer memberships, also of articles that have not come yet. Answers with the states then held, in the order of <paramref name="memberships"/>.</summary>
    Task<IReadOnlyList<ArticleState>> JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct);

    /// <summary>The states of those of the articles that are known, in any order.</summary>
    Task<IReadOnlyList<ArticleState>> ReadStatesAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct);

    /// <summary>The state and, when it is visible, the article with its body as readers may see it (an article that it repeats is named only when that is visible too); null when unknown.</summary>
    Task<HeldArticleContent?> TryFindAsync(string articleId, CancellationToken ct);
}

/// <summary>What the store holds of one article.</summary>
/// <param name="State">Of the revision that readers may know of, and what waits beside it.</param>
/// <param name="Article">Null unless visible.</param>
internal sealed record HeldArticleContent(ArticleState State, PublishedArticle? Article);
