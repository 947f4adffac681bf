using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>Turns events into changes of the read store. Pure.</summary>
internal static class ArticleChanges
{
    public static ContentChange Of(ArticleEnriched enriched, DateTimeOffset now)
    {
        var content = enriched.Content;
        var article = new PublishedArticle
        {
            ArticleId = enriched.ArticleId,
            Revision = enriched.Revision,
            Content = content,
            Analysis = enriched.Analysis with { Fingerprint = [], Terms = [] },
            StoryId = enriched.StoryId,
            StoryVersion = enriched.StoryVersion,
            DuplicateOf = enriched.DuplicateOf,
            DuplicateKind = enriched.DuplicateKind,
            DuplicateShare = enriched.DuplicateShare,
            IsLate = enriched.IsLate,
            IngestedAt = enriched.IngestedAt,
            AnalyzedAt = enriched.AnalyzedAt,
            AssignedAt = enriched.AssignedAt,
            StoredAt = now,
            Time = TimeOf(content),
        };
        return new ContentChange(article, IndexedArticle.Of(article), content.EmbargoedUntil > now ? content.EmbargoedUntil : null);
    }

    /// <summary>A stored article that is shown now.</summary>
    public static ContentChange OfHeld(PublishedArticle article) => new(article, IndexedArticle.Of(article), null);

    public static WithdrawalChange Of(ArticleWithdrawn withdrawn, DateTimeOffset now) =>
        new(withdrawn.ArticleId, withdrawn.Revision, withdrawn.WithdrawnAt, withdrawn.Reason, now, withdrawn.Expired);

    /// <summary>The publisher's time, but never one after we first saw the article: a page dated into the future would stay on top of every list.</summary>
    public static DateTimeOffset TimeOf(ArticleContent content)
    {
        var shownFrom = content.EmbargoedUntil > content.FirstSeenAt ? content.EmbargoedUntil.Value : content.FirstSeenAt;
        return content.PublishedAt is { } published && published < shownFrom ? published : shownFrom;
    }
}
