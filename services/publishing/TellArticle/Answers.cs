using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.TellArticle;

/// <summary>What this service tells ingestion of the articles that it holds. Pure.</summary>
internal static class Answers
{
    public static ArticlesPublished Of(IEnumerable<ArticleState> held, string epoch, DateTimeOffset now) => new()
    {
        AnsweredAt = now,
        Epoch = epoch,
        Articles = [.. held.Select(Of)],
    };

    public static ArticleTold Of(HeldArticleContent held, string epoch, DateTimeOffset now) => new()
    {
        Held = Of(held.State),
        Content = held.Article?.Content,
        WithdrawalReason = held.State.WithdrawalReason,
        AnsweredAt = now,
        Epoch = epoch,
    };

    private static HeldArticle Of(ArticleState state) => new()
    {
        ArticleId = state.ArticleId,
        Revision = state.HeldRevision,
        Withdrawn = state is { PendingRevision: null, Standing: Standing.Withdrawn or Standing.Expired },
        Expired = state is { PendingRevision: null, Standing: Standing.Expired },
        AnalyzedAt = state.AnalyzedAt,
        AssignedAt = state.AssignedAt,
        StoryId = state.StoryId,
        StoryVersion = state.StoryVersion,
        PublishedAt = state.StoredAt,
    };
}
