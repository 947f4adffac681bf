using System.Diagnostics;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>An article whose send is stored, and the event to publish.</summary>
internal sealed record Outgoing(Article Article, object Event);

/// <summary>Stores attempts, then publishes.</summary>
internal sealed partial class ArticleSender(
    IArticleStore articles, IDeadLetterStore letters, IEventPublisher bus, IngestionMetrics metrics, ILogger<ArticleSender> logger)
{
    // A broker that takes longer to confirm is treated as one that did not: the article is sent again.
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromMinutes(1);

    /// <summary>Stores one more attempt of each row (or its death); returns what is to be published. Rows that somebody else changed are left out.</summary>
    public async Task<IReadOnlyList<Outgoing>> StoreAsync(IReadOnlyList<Article> rows, SendReason reason, int maxStrikes, DateTimeOffset now, CancellationToken ct)
    {
        var next = rows.Select(row => ArticleSending.Send(row, reason, maxStrikes, now)).ToList();
        foreach (var dead in next.Where(article => article.State == ArticleState.Dead))
            await letters.TryAddAsync(DeadLetters.Unanswered(dead, now), ct);

        var done = await articles.SaveAsync([.. next.Select(article => new ArticleWrite(article))], ct);
        await RemoveVainLettersAsync([.. next.Where((article, i) => article.State == ArticleState.Dead && !done[i])], ct);
        var saved = next.Where((_, i) => done[i]).ToList();
        metrics.Count("dispatch", reason.ToString(), saved.Count);
        foreach (var article in saved)
            LogStored(article.State == ArticleState.Dead ? LogLevel.Warning : LogLevel.Debug, article.Id, article.Revision, article.Attempts, article.Steps[^1].Stage, article.Steps[^1].Outcome);

        return await WithEventsAsync(saved.FindAll(article => article.State == ArticleState.Sent), ct);
    }

    /// <summary>Publishes all and returns those that the broker did not take, with the last failure.</summary>
    public async Task<IReadOnlyList<Outgoing>> PublishAsync(IReadOnlyList<Outgoing> outgoing, CancellationToken ct)
    {
        var sends = outgoing.Select(one => PublishOneAsync(one, ct)).ToList();
        await Task.WhenAll(sends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();

        var failed = outgoing.Where((_, i) => !sends[i].IsCompletedSuccessfully).ToList();
        if (failed.Count > 0)
            LogNotTaken(sends.First(send => send.IsFaulted || send.IsCanceled).Exception, failed.Count, outgoing.Count);

        return failed;
    }

    // Answered, or made new, between the letter and the row: nothing else would ever close the letter.
    private async Task RemoveVainLettersAsync(IReadOnlyList<Article> spared, CancellationToken ct)
    {
        if (spared.Count == 0)
            return;

        var rows = await articles.FindAsync([.. spared.Select(article => article.Id)], ct);
        foreach (var article in spared.Where(article => rows.GetValueOrDefault(article.Id)?.State != ArticleState.Dead))
            await letters.RemoveAsync(DeadLetters.IdOfUnanswered(article), ct);
    }

    // Asynchronous to the first line: a bus that throws at once must not keep the rest of the batch from being sent.
    private async Task PublishOneAsync(Outgoing one, CancellationToken ct)
    {
        using var run = metrics.GoOn("dispatch", one.Article.TraceParent, ActivityKind.Producer).OfArticle(one.Article.Id, one.Article.Revision).Of("Attempt", one.Article.Attempts);
        await bus.PublishAsync(one.Event, ct).WaitAsync(ConfirmPatience, ct);
        run.EndUncounted("sent");
    }

    private async Task<IReadOnlyList<Outgoing>> WithEventsAsync(List<Article> sent, CancellationToken ct)
    {
        var contents = await articles.ReadContentsAsync([.. sent.Where(article => !article.IsWithdrawal).Select(article => article.Id)], ct);
        var outgoing = new List<Outgoing>(sent.Count);
        foreach (var article in sent)
        {
            if (article.IsWithdrawal)
                outgoing.Add(new Outgoing(article, ArticleSending.Withdrawn(article)));

            // A newer content means a newer revision, which is pending already.
            else if (contents.TryGetValue(article.Id, out var stored) && stored.Revision <= article.Revision)
                outgoing.Add(new Outgoing(article, ArticleSending.Ingested(article, stored.Content)));
        }

        return outgoing;
    }

    [LoggerMessage(Message = "Article {ArticleId} revision {Revision} attempt {Attempt}: {Stage} {Outcome}")]
    private partial void LogStored(LogLevel level, string articleId, long revision, int attempt, string stage, string outcome);

    [LoggerMessage(LogLevel.Warning, "The bus did not take {Failed} of {Count} articles; they are pending again")]
    private partial void LogNotTaken(Exception? failure, int failed, int count);
}
