using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Decides what publishing's answer about an article means for its row.</summary>
internal static class JourneyClosing
{
    /// <summary>Null when the answer says nothing that the row does not know.</summary>
    public static ArticleWrite? Decide(Article article, HeldArticle held, DateTimeOffset now)
    {
        // An older revision: its journey ends, the newer one's goes on.
        if (held.Revision < article.Revision)
        {
            return held.Revision > article.AnsweredRevision
                ? new ArticleWrite(article.WithSteps(StepsOf(held)) with { AnsweredRevision = held.Revision })
                : null;
        }

        if (held.Revision == article.Revision && held.Withdrawn == article.IsWithdrawal)
            return Close(article, held);

        // Publishing holds what ingestion does not know: this store was restored from an older copy. What was withdrawn since must not come back.
        return held.Withdrawn ? AdoptWithdrawal(article, held) : Reissue(article, held, now);
    }

    private static ArticleWrite? Close(Article article, HeldArticle held)
    {
        var closed = StateOf(held.Withdrawn, article.IsExpired);
        return article.State == closed
            ? null
            : new ArticleWrite(article.WithSteps(StepsOf(held)) with { State = closed, AnsweredRevision = held.Revision, HasDeadLetters = false });
    }

    private static ArticleWrite AdoptWithdrawal(Article article, HeldArticle held) =>
        new(
            article.WithSteps(StepsOf(held)) with
            {
                Revision = held.Revision,
                State = StateOf(isWithdrawal: true, held.Expired),
                IsWithdrawal = true,
                IsExpired = held.Expired,
                AnsweredRevision = held.Revision,
                HasDeadLetters = false,
            },
            ContentChange.Remove);

    private static ArticleWrite Reissue(Article article, HeldArticle held, DateTimeOffset now) =>
        new((ArticleAcceptance.Requeue(article, held.Revision + 1, now) with { AnsweredRevision = held.Revision })
            .WithStep(Stages.Accepted, "reissued", now, $"publishing held revision {held.Revision} already"));

    private static ArticleState StateOf(bool isWithdrawal, bool isExpired) =>
        !isWithdrawal ? ArticleState.Published : isExpired ? ArticleState.Expired : ArticleState.Withdrawn;

    private static List<JourneyStep> StepsOf(HeldArticle held)
    {
        var steps = new List<JourneyStep>(3);
        if (held.AnalyzedAt is { } analyzed)
            steps.Add(new JourneyStep(Stages.Analyzed, "done", analyzed, null, held.Revision));
        if (held.AssignedAt is { } assigned)
            steps.Add(new JourneyStep(Stages.Grouped, "done", assigned, held.StoryId is { } story ? $"story {story}" : null, held.Revision));
        steps.Add(new JourneyStep(!held.Withdrawn ? Stages.Published : held.Expired ? Stages.Expired : Stages.Withdrawn, "done", held.PublishedAt, null, held.Revision));

        return steps;
    }
}
