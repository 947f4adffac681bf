using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>
/// What this process has sent and not heard of. Decides what is to be sent again; times are the monotonic clock's, so that a stepped
/// wall clock accuses nobody.
/// </summary>
internal sealed class DispatchWindow(DispatchOptions options)
{
    private readonly Dictionary<string, LinkedListNode<Flight>> _byArticle = new(StringComparer.Ordinal);
    private readonly LinkedList<Flight> _byLastSend = new();
    private TimeSpan _newestAnswered = TimeSpan.MinValue;
    private TimeSpan _quietSince;
    private TimeSpan _patience = options.Quiet;
    private long _bytes;

    public int Count => _byArticle.Count;

    public int Free => Math.Max(0, options.Window - Count);

    /// <summary>The first of these that may be sent now, by number and by bytes; one at least when nothing is in flight.</summary>
    public IReadOnlyList<Article> Fitting(IReadOnlyList<Article> pending)
    {
        var bytes = _bytes;
        return [.. pending.Take(Free).TakeWhile((article, i) => (bytes += article.ContentBytes) <= options.WindowBytes || (i == 0 && Count == 0))];
    }

    public bool Holds(string articleId) => _byArticle.ContainsKey(articleId);

    /// <summary>The revision of each article in flight.</summary>
    public Dictionary<string, long> Revisions() => _byLastSend.ToDictionary(flight => flight.ArticleId, flight => flight.Revision, StringComparer.Ordinal);

    /// <summary>Notes a send; call it before publishing, the answer may be faster.</summary>
    public void Send(string articleId, long revision, TimeSpan now, int bytes = 0)
    {
        var firstSentAt = now;
        if (_byArticle.TryGetValue(articleId, out var before))
        {
            Remove(before);
            firstSentAt = before.Value.Revision == revision ? before.Value.FirstSentAt : now;
        }

        if (Count == 0)
            _quietSince = now;

        _byArticle[articleId] = _byLastSend.AddLast(new Flight(articleId, revision, firstSentAt, now, bytes));
        _bytes += bytes;
    }

    /// <summary>Notes an answer to this revision or a later one; false when nothing was waiting for it.</summary>
    public bool Answer(string articleId, long revision, TimeSpan now)
    {
        if (!_byArticle.TryGetValue(articleId, out var node) || node.Value.Revision > revision)
            return false;

        // The first send counts: the answer to a resent article may be that to its first copy, which overtook nobody.
        _newestAnswered = node.Value.FirstSentAt > _newestAnswered ? node.Value.FirstSentAt : _newestAnswered;
        _quietSince = now;
        _patience = options.Quiet;
        Remove(node);
        return true;
    }

    /// <summary>Takes out this revision or an earlier one that was not answered: its send failed, or it is pending again or dead.</summary>
    public void Drop(string articleId, long revision)
    {
        if (_byArticle.TryGetValue(articleId, out var node) && node.Value.Revision <= revision)
            Remove(node);
    }

    /// <summary>Articles that later-sent ones have overtaken, the longest waiting first.</summary>
    public IReadOnlyList<string> Overtaken(int limit) =>
        _newestAnswered == TimeSpan.MinValue
            ? []
            : [.. _byLastSend.TakeWhile(flight => flight.LastSentAt <= _newestAnswered - options.Overtaken).Take(limit).Select(flight => flight.ArticleId)];

    /// <summary>Everything sent, when nothing was answered for the period, which then doubles; otherwise nothing.</summary>
    public IReadOnlyList<string> Unanswered(TimeSpan now)
    {
        if (Count == 0 || now - _quietSince < _patience)
            return [];

        var everything = _byLastSend.Where(flight => now - flight.LastSentAt >= options.Quiet).Select(flight => flight.ArticleId).ToList();
        _quietSince = now;
        _patience = _patience * 2 < options.MaxQuiet ? _patience * 2 : options.MaxQuiet;
        return everything;
    }

    private void Remove(LinkedListNode<Flight> node)
    {
        _byLastSend.Remove(node);
        _byArticle.Remove(node.Value.ArticleId);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Flight(string ArticleId, long Revision, TimeSpan FirstSentAt, TimeSpan LastSentAt, int Bytes);
}
