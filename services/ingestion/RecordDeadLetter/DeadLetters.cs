using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Letters that no fault brought.</summary>
internal static class DeadLetters
{
    /// <summary>One letter a revision, whoever gives it up.</summary>
    public static string IdOfUnanswered(Article article) => $"unanswered-{article.Id}-{article.Revision}";

    /// <summary>The letter of an article that was sent again and again and never answered.</summary>
    public static DeadLetter Unanswered(Article article, DateTimeOffset now) => new()
    {
        Id = IdOfUnanswered(article),
        Kind = DeadLetterKind.Transient,
        Reason = $"never answered after {article.Attempts} attempts",
        ArticleId = article.Id,
        Revision = article.Revision,
        FaultedAt = now,
        RecordedAt = now,
    };
}
