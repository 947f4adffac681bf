using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Decides what publishing's answer about an article means for its row.</summary>
internal static class JourneyClosing
{
    /// <summary>Null when the answer says nothing that the row does not know, or what only a telling can settle (<see cref="IsMissed"/>).</summary>
    public static ArticleWrite? Decide(Article article, HeldArticle held, DateTimeOffset answeredAt)
    {
        // An older revision: its journey ends, the newer one's goes on.
        if (held.Revision < article.Revision)
        {
            return held.Revision > article.AnsweredRevision
                ? new ArticleWrite(article.WithSteps(StepsOf(held)) with { AnsweredRevision = held.Revision })
                : null;
        }

        return held.Revision == article.Revision && held.Withdrawn == article.IsWithdrawal && !IsClosed(article)
            ? new ArticleWrite(article.WithSteps(StepsOf(held)) with
            {
                State = ClosedBy(held.Withdrawn, article.IsExpired),
                AnsweredRevision = held.Revision,
                AnsweredAt = answeredAt,
                HasDeadLetters = false,
            })
            : null;
    }

    /// <summary>
    /// True when publishing holds what this row does not know, or may hold something else under the row's number: this store was restored from an
    /// older copy, and has to be told what is there.
    /// </summary>
    public static bool IsMissed(Article article, HeldArticle held, DateTimeOffset? restoredAt)
    {
        if (held.Revision != article.Revision || held.Withdrawn != article.IsWithdrawal)
        {
            return held.Revision >= article.Revision;
        }

        // Numbers given out since the restore may have been given out in the life before it, for another content. Clocks differ.
        return !IsClosed(article) && article.AcceptedAt >= restoredAt
            && (held.PublishedAt < article.AcceptedAt || held.PublishedAt < restoredAt + IRestoreHealing.Margin);
    }

    public static bool IsClosed(Article article) => article.State is ArticleState.Published or ArticleState.Withdrawn or ArticleState.Expired;

    /// <summary>The state of an answered revision.</summary>
    public static ArticleState ClosedBy(bool isWithdrawal, bool isExpired) =>
        !isWithdrawal ? ArticleState.Published : isExpired ? ArticleState.Expired : ArticleState.Withdrawn;

    public static List<JourneyStep> StepsOf(HeldArticle held)
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
