using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AdoptArticle;

/// <summary>
/// Decides what an article that publishing told means for this restored store: what was accepted before the restore gives way to the newer revision
/// there; what was accepted since is the newest there is, and goes out above that number.
/// </summary>
internal static class ArticleAdoption
{
    /// <summary>Null when the row needs nothing of it.</summary>
    public static ArticleWrite? Decide(Article? row, ArticleTold told, DateTimeOffset? restoredAt, DateTimeOffset now)
    {
        var held = told.Held;
        if (row is null)
        {
            return WriteOf(Unknown(told, now), told);
        }

        if (row.Revision > held.Revision || (row.Revision == held.Revision && JourneyClosing.IsClosed(row)))
        {
            return null;
        }

        if (row.AcceptedAt < (restoredAt ?? held.PublishedAt))
        {
            return WriteOf(Adopted(row, told, now), told);
        }

        return IsSame(row, told) ? WriteOf(Adopted(row, told, now), told)
            : held.Withdrawn && !row.IsWithdrawal && row.Origin != ReadingOrigin.Push ? WriteOf(Adopted(row, told, now), told)
            : Reissue(row, held, now);
    }

    /// <summary>Hash of a content as the intake would have made it.</summary>
    public static string HashOf(ArticleContent content) =>
        ContentHash.Of(content.Title, content.Subtitle, content.Correction, content.Description, content.Authors, content.EmbargoedUntil, content.Body);

    private static bool IsSame(Article row, ArticleTold told) =>
        row.IsWithdrawal == told.Held.Withdrawn
        && (row.IsWithdrawal || (told.Content is { } content && string.Equals(HashOf(content), row.ContentHash, StringComparison.Ordinal)));

    private static ArticleWrite WriteOf(Article adopted, ArticleTold told) =>
        told.Held.Withdrawn ? new ArticleWrite(adopted, ContentChange.Remove)
        : told.Content is { } content ? new ArticleWrite(adopted, ContentChange.Replace, content)
        : new ArticleWrite(adopted);

    private static Article Adopted(Article row, ArticleTold told, DateTimeOffset now) => (row with
    {
        Revision = told.Held.Revision,
        State = JourneyClosing.ClosedBy(told.Held.Withdrawn, told.Held.Expired),
        IsWithdrawal = told.Held.Withdrawn,
        IsExpired = told.Held.Expired,
        WithdrawalReason = told.WithdrawalReason,
        AnsweredRevision = told.Held.Revision,
        AnsweredAt = told.AnsweredAt,
        HasDeadLetters = false,
        ContentHash = told.Content is { } content ? HashOf(content) : row.ContentHash,
        ContentBytes = told.Content is { } sized ? ContentSize.Of(sized) : 0,
    }).WithStep(Stages.Accepted, "adopted", now, "told by publishing: this database was restored from an older copy").WithSteps(JourneyClosing.StepsOf(told.Held));

    private static Article Unknown(ArticleTold told, DateTimeOffset now) => Adopted(
        new Article
        {
            Id = told.Held.ArticleId,
            Revision = told.Held.Revision,
            State = ArticleState.Published,
            CorrelationId = Guid.NewGuid(),
            FirstSeenAt = told.Content?.FirstSeenAt ?? told.Held.PublishedAt,
            AcceptedAt = told.Held.PublishedAt,
            QueuedAt = told.Held.PublishedAt,
            Url = told.Content?.Url,
            SourceId = told.Content?.Source.Id ?? "",
            ContentHash = "",

            // Nobody knows any more; this one lets any later reading bring its changes.
            Origin = ReadingOrigin.Feed,
        },
        told,
        now);

    private static ArticleWrite Reissue(Article row, HeldArticle held, DateTimeOffset now) =>
        new((ArticleAcceptance.Requeue(row, held.Revision + 1, now) with { AnsweredRevision = held.Revision })
            .WithStep(Stages.Accepted, "reissued", now, $"publishing held another revision {held.Revision} from before the restore"));
}
