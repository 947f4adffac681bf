using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>The one that sends: first sends and resends take this path. One step at a time; what it forgets it finds in the store.</summary>
internal sealed class ArticleDispatcher(
    IArticleStore articles, ArticleSender sender, DispatchSignal signal, IOptions<DispatchOptions> settings, TimeProvider time)
{
    private const int ReadSize = 1_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly DispatchOptions _options = settings.Value;
    private readonly DispatchWindow _window = new(settings.Value);
    private readonly SuspectLine _suspects = new(settings.Value);
    private readonly ArticleUpdates _updates = new(articles);
    private readonly DueTime _due = new(time);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _reconcileAt;
    private TimeSpan _pausedUntil;
    private int _failuresInARow;
    private bool _takesEveryOrphan = true;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Does what is due now; true when something was sent and there may be more.</summary>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        TakeAnswers();
        if (Now < _pausedUntil)
            return false;

        if (Now >= _reconcileAt)
            await ReconcileAsync(ct);

        var sent = await ResendAsync(_window.Overtaken(_options.BatchSize), SendReason.Overtaken, ct);
        foreach (var batch in _window.Unanswered(Now).Chunk(_options.BatchSize))
            sent |= await ResendAsync(batch, SendReason.Quiet, ct);

        var room = Math.Min(_window.Free, _options.BatchSize);
        var pending = room == 0 ? [] : await articles.ReadDueAsync(_due.Read(), room, ct);
        if (room > 0 && pending.Count == 0)
            _due.AllSent();

        var fitting = _window.Fitting(pending);
        sent |= fitting.Count > 0 && await SendAsync(fitting, SendReason.Pending, ct);
        if (_suspects.TryNext(Now, othersArePending: pending.Count > 0) is { } suspect)
            sent |= await ResendAsync([suspect], SendReason.Suspect, ct);

        return sent;
    }

    /// <summary>After a step that failed half way: whatever the store holds as sent and this process does not know is looked at anew.</summary>
    public void Distrust()
    {
        _takesEveryOrphan = true;
        _reconcileAt = Now;
    }

    private void TakeAnswers()
    {
        while (signal.TryTake(out var end))
            Land(end.ArticleId, end.Revision, end.IsAnswer);
    }

    private void Land(string articleId, long revision, bool isAnswer)
    {
        if (isAnswer)
            _window.Answer(articleId, revision, Now);
        else
            _window.Drop(articleId, revision);

        _suspects.Acquit(articleId);
    }

    // Answers reach any replica, and a process may miss its own: the store knows.
    private async Task ReconcileAsync(CancellationToken ct)
    {
        var unseen = _window.Revisions();
        var orphanedBefore = time.GetUtcNow() - _options.Orphan;
        IReadOnlyList<Article> page = [];
        do
        {
            page = await articles.ReadSentAsync(page.Count > 0 ? page[^1].Id : null, ReadSize, ct);
            foreach (var article in page)
            {
                if (unseen.TryGetValue(article.Id, out var revision) && revision == article.Revision)
                    unseen.Remove(article.Id);
                else if (!_window.Holds(article.Id) && (_takesEveryOrphan || article.SentAt <= orphanedBefore))
                    _suspects.Add(article);
            }
        }
        while (page.Count == ReadSize);

        var rows = await articles.FindAsync(unseen.Keys, ct);
        foreach (var (articleId, revision) in unseen)
            Land(articleId, revision, isAnswer: rows.GetValueOrDefault(articleId)?.AnsweredRevision >= revision);

        _takesEveryOrphan = false;
        _reconcileAt = Now + _options.Reconcile;
    }

    private async Task<bool> ResendAsync(IReadOnlyCollection<string> ids, SendReason reason, CancellationToken ct)
    {
        if (ids.Count == 0)
            return false;

        var rows = await articles.FindAsync(ids, ct);
        var unanswered = rows.Values.Where(row => row.State == ArticleState.Sent).ToList();
        foreach (var id in ids.Except(unanswered.Select(row => row.Id), StringComparer.Ordinal))
        {
            _window.Drop(id, long.MaxValue);
            _suspects.Acquit(id);
        }

        return unanswered.Count > 0 && await SendAsync(unanswered, reason, ct);
    }

    private async Task<bool> SendAsync(IReadOnlyList<Article> rows, SendReason reason, CancellationToken ct)
    {
        var outgoing = await sender.StoreAsync(rows, reason, _options.MaxStrikes, time.GetUtcNow(), ct);
        foreach (var one in outgoing)
            _window.Send(one.Article.Id, one.Article.Revision, Now, one.Article.ContentBytes);

        var failed = await sender.PublishAsync(outgoing, ct);
        await ReturnAsync(failed, othersGotThrough: failed.Count < outgoing.Count, ct);

        // A suspect that somebody else changed meanwhile stands in no list of this process any more.
        if (reason == SendReason.Suspect && outgoing.Count == 0)
            Distrust();

        return outgoing.Count > 0;
    }

    private async Task ReturnAsync(IReadOnlyList<Outgoing> failed, bool othersGotThrough, CancellationToken ct)
    {
        _failuresInARow = failed.Count == 0 || othersGotThrough ? 0 : _failuresInARow + 1;
        if (failed.Count == 0)
            return;

        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, _failuresInARow)));
        var revisions = failed.ToDictionary(one => one.Article.Id, one => one.Article.Revision, StringComparer.Ordinal);
        foreach (var (id, revision) in revisions)
            Land(id, revision, isAnswer: false);

        if (!othersGotThrough)
            _pausedUntil = Now + pause;

        var due = time.GetUtcNow() + pause;
        await _updates.ApplyAsync(
            revisions.Keys, row => ArticleSending.Return(row, revisions[row.Id], othersGotThrough, due) is { } returned ? new ArticleWrite(returned) : null, ct);
    }
}
