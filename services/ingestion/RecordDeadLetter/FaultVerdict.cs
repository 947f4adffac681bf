using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Decides what a fault means for its article.</summary>
internal static class FaultVerdict
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>True when the fault is about a revision that is over: answered, or replaced by a newer one.</summary>
    public static bool IsOver(Article? article, long revision) =>
        article is not null && (article.Revision > revision || article.AnsweredRevision >= revision);

    /// <summary>The article dead, or pending again after a pause; null when the fault changes nothing.</summary>
    public static Article? Decide(Article article, DeadLetter letter, int maxStrikes, DateTimeOffset now)
    {
        var isInFlight = article.State is ArticleState.Sent or ArticleState.Pending;
        if (!isInFlight || article.Revision != letter.Revision)
            return null;

        if (letter.Kind == DeadLetterKind.Permanent)
            return ArticleSending.Die(article, "permanent", letter.Reason, now);

        // Pending = another copy's fault, or a lost publish, has it sent again already.
        if (article.State == ArticleState.Pending)
            return article.HasDeadLetters ? null : article with { HasDeadLetters = true };

        var faulted = article with { Strikes = article.Strikes + 1 };
        return faulted.Strikes >= maxStrikes
            ? ArticleSending.Die(faulted, "transient", letter.Reason, now)
            : (faulted with { State = ArticleState.Pending, QueuedAt = now + PauseAfter(faulted.Strikes), HasDeadLetters = true })
                .WithStep(Stages.Faulted, "transient", now, letter.Reason);
    }

    /// <summary>The article on its way at once on a person's word; null when it is neither dead nor held back.</summary>
    public static Article? Replay(Article article, DateTimeOffset now) =>
        article.State == ArticleState.Dead || (article.State == ArticleState.Pending && article.QueuedAt > now)
            ? (article with { State = ArticleState.Pending, QueuedAt = now, Strikes = 0, SentAsSuspect = false }).WithStep(Stages.Replayed, "requested", now)
            : null;

    private static TimeSpan PauseAfter(int strikes)
    {
        var pause = FirstPause * Math.Pow(2, strikes - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
