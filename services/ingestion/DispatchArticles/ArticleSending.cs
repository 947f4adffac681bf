using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>Why an article is sent.</summary>
internal enum SendReason
{
    /// <summary>It is pending.</summary>
    Pending,

    /// <summary>Later-sent ones were answered: this attempt counts against it.</summary>
    Overtaken,

    /// <summary>Nothing was answered: nobody's fault.</summary>
    Quiet,

    /// <summary>It was in flight when a process ended, and may have ended it.</summary>
    Suspect,
}

/// <summary>The steps of an article between pending and answered.</summary>
internal static class ArticleSending
{
    /// <summary>The row as it is stored before sending: sent once more, or dead when enough attempts count against it.</summary>
    public static Article Send(Article article, SendReason reason, int maxStrikes, DateTimeOffset now)
    {
        // A suspect that was sent alone and never judged ended with its process: that attempt counts.
        var counts = reason == SendReason.Overtaken || (reason == SendReason.Suspect && article.SentAsSuspect);
        var strikes = article.Strikes + (counts ? 1 : 0);
        if (strikes >= maxStrikes)
            return Die(article with { Strikes = strikes }, "unanswered", $"never answered after {article.Attempts} attempts", now);

        var attempt = article.Attempts + 1;
        return (article with
        {
            State = ArticleState.Sent,
            Attempts = attempt,
            Strikes = strikes,
            SentAt = now,
            SentAsSuspect = reason == SendReason.Suspect,
        }).WithStep(Stages.Dispatched, attempt == 1 ? "first" : "again", now, $"attempt {attempt}{Because(reason)}");
    }

    /// <summary>The row after a publish that failed: pending again, counted when others got through.</summary>
    public static Article? Return(Article article, long revision, bool counts, DateTimeOffset due) =>
        article.State == ArticleState.Sent && article.Revision == revision
            ? article with { State = ArticleState.Pending, QueuedAt = due, Strikes = article.Strikes + (counts ? 1 : 0), SentAsSuspect = false }
            : null;

    public static Article Die(Article article, string outcome, string why, DateTimeOffset now) =>
        (article with { State = ArticleState.Dead, HasDeadLetters = true }).WithStep(Stages.Dead, outcome, now, why);

    /// <summary>The event of a content revision.</summary>
    public static ArticleIngested Ingested(Article article, ArticleContent content) => new()
    {
        ArticleId = article.Id,
        Revision = article.Revision,
        CorrelationId = article.CorrelationId,
        Content = content,
        IngestedAt = article.AcceptedAt,
        Attempt = article.Attempts,
    };

    /// <summary>The event of a withdrawal.</summary>
    public static ArticleWithdrawn Withdrawn(Article article) => new()
    {
        ArticleId = article.Id,
        Revision = article.Revision,
        CorrelationId = article.CorrelationId,
        WithdrawnAt = article.AcceptedAt,
        Reason = article.WithdrawalReason,
        Expired = article.IsExpired,
        Attempt = article.Attempts,
    };

    private static string Because(SendReason reason) => reason switch
    {
        SendReason.Overtaken => ", later articles were answered",
        SendReason.Quiet => ", nothing was answered",
        SendReason.Suspect => ", alone after a restart",
        _ => string.Empty,
    };
}
