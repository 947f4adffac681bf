using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.HealRestore;

/// <summary>
/// Sends again what publishing or enrichment may have lost: every journey closed since their backup is pending again, in its old order, once per restore.
/// What they still hold is answered at once.
/// </summary>
internal sealed partial class JourneyReopening(
    IAnsweredArticleStore answered, IArticleStore articles, DispatchSignal signal, TimeProvider time, ILogger<JourneyReopening> logger)
{
    private const int BatchSize = 100;

    public async Task<int> ReopenAsync(DatabaseRestored restored, CancellationToken ct)
    {
        var reopened = 0;
        var from = restored.BackedUpAt - IRestoreHealing.Margin;
        var until = restored.RestoredAt + IRestoreHealing.Margin;
        AnsweredPosition? after = null;
        while (await answered.ReadAnsweredAsync(from, until, after, BatchSize, ct) is [.., var last] rows)
        {
            reopened += await ReopenAsync(rows, restored.RestoreId, ct);
            after = new AnsweredPosition(last.AnsweredAt, last.Id);
        }

        LogReopened(reopened, restored.Service, restored.RestoreId);
        return reopened;
    }

    private async Task<int> ReopenAsync(IReadOnlyList<Article> rows, string restoreId, CancellationToken ct)
    {
        var closed = rows.Where(row => row.ReopenedBy != restoreId).ToList();
        var contents = await articles.ReadContentsAsync([.. closed.Where(row => !row.IsWithdrawal).Select(row => row.Id)], ct);

        // Of what lost its content to age there is nothing to send.
        var sendable = closed.Where(row => row.IsWithdrawal || contents.ContainsKey(row.Id)).Select(row => row.Id).ToList();
        var written = await new ArticleUpdates(articles).ApplyAsync(sendable, row => Reopen(row, restoreId, time.GetUtcNow()), ct);
        signal.Wake();
        return written.Count;
    }

    /// <summary>Null for a row that is under way or was reopened by this restore already.</summary>
    internal static ArticleWrite? Reopen(Article row, string restoreId, DateTimeOffset now) =>
        !JourneyClosing.IsClosed(row) || row.ReopenedBy == restoreId
            ? null
            : new ArticleWrite((row with
            {
                State = ArticleState.Pending,
                SentAt = null,
                Attempts = 0,
                Strikes = 0,
                SentAsSuspect = false,
                AnsweredRevision = Math.Min(row.AnsweredRevision, row.Revision - 1),
                ReopenedBy = restoreId,
                SightingsDueAt = row.SeenIn.Count > 1 ? now : null,
            }).WithStep(Stages.Reopened, "restored", now, "the answer may be lost with a restored database"));

    [LoggerMessage(LogLevel.Information, "Reopened {Count} journeys: the database of {Service} was restored (restore {RestoreId})")]
    private partial void LogReopened(int count, string service, string restoreId);
}
