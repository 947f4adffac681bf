using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>
/// Ends articles whose time is over. An expiry is the article's next revision, like a withdrawal: it travels the same way, closes its journey
/// the same way, and no late redelivery or old feed undoes it. Compare-and-set lets any number of replicas sweep.
/// </summary>
internal sealed class RetentionSweep(IArticleStore articles, IPendingPageStore pages, DispatchSignal signal, IOptions<RetentionOptions> options, TimeProvider time)
{
    /// <summary>Articles in one commit.</summary>
    public const int BatchSize = 500;

    // Expiries share the way with fresh news: a few batches at a time, so that they neither hold it up nor close the intake.
    private const int MaxBacklog = 2_000;

    private readonly ArticleUpdates _updates = new(articles);

    /// <summary>True when articles are kept for a limited time.</summary>
    public bool IsLimited => options.Value.Days > 0;

    /// <summary>Expires one batch; gives how many, 0 when nothing is due, null when there is to be a pause first.</summary>
    public async Task<int?> TryExpireBatchAsync(CancellationToken ct)
    {
        if (await articles.CountBacklogAsync(ct) > MaxBacklog)
            return null;

        var before = Limit;
        var due = await articles.ReadPublishedBeforeAsync(before, BatchSize, ct);
        if (due.Count == 0)
            return 0;

        await _updates.ApplyAsync([.. due.Select(row => row.Id)], row => Decide(row, before), ct);
        signal.Wake();
        return due.Count;
    }

    /// <summary>Forgets one batch of pages that were given up that long ago; gives how many.</summary>
    public Task<int> ForgetPagesAsync(CancellationToken ct) => pages.RemoveGivenUpAsync(Limit, BatchSize, ct);

    private DateTimeOffset Limit => time.GetUtcNow() - TimeSpan.FromDays(options.Value.Days);

    private ArticleWrite? Decide(Article row, DateTimeOffset before) =>
        row.State == ArticleState.Published && row.QueuedAt < before
            ? new ArticleWrite(ArticleAcceptance.Expire(row, time.GetUtcNow()), ContentChange.Remove)
            : null;
}
