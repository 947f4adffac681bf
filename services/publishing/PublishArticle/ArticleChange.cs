using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>A revision on its way into the read store: a content or a withdrawal.</summary>
internal abstract record ArticleChange(string ArticleId, long Revision)
{
    /// <summary>True for a content that readers may not see yet.</summary>
    public virtual bool IsEmbargoed => false;
}

/// <summary>A content with the terms under which it is found.</summary>
/// <param name="Article">The article to show.</param>
/// <param name="Indexed">What finds it.</param>
/// <param name="ReleaseAt">The embargo's end; null = visible at once.</param>
internal sealed record ContentChange(PublishedArticle Article, IndexedArticle Indexed, DateTimeOffset? ReleaseAt)
    : ArticleChange(Article.ArticleId, Article.Revision)
{
    public override bool IsEmbargoed => ReleaseAt is not null;
}

/// <summary>A withdrawal, or the end of the article's time by the retention policy: drops the content, keeps a tombstone.</summary>
internal sealed record WithdrawalChange(string ArticleId, long Revision, DateTimeOffset WithdrawnAt, string? Reason, DateTimeOffset StoredAt, bool Expired = false)
    : ArticleChange(ArticleId, Revision);

/// <summary>A story decision on one article: only a higher version replaces the one held.</summary>
internal sealed record StoryMembership(string ArticleId, string StoryId, long Version);
