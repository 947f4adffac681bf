using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>
/// Articles that were in flight when a process ended. They go last and one at a time: if one of them ends this process too, it stood
/// alone, and the next start knows it.
/// </summary>
internal sealed class SuspectLine(DispatchOptions options)
{
    // Behind a backlog without end they would wait without end.
    private static readonly TimeSpan PatienceBehindPending = TimeSpan.FromMinutes(1);

    private readonly SortedSet<(int Strikes, int Attempts, DateTimeOffset QueuedAt, string ArticleId)> _line = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private string? _onProbation;
    private TimeSpan _lastSentAt;

    public void Add(Article article)
    {
        if (_members.Add(article.Id))
            _line.Add((article.Strikes, article.Attempts, article.QueuedAt, article.Id));
    }

    /// <summary>The least suspicious one, when its turn has come; null otherwise.</summary>
    public string? TryNext(TimeSpan now, bool othersArePending)
    {
        var sinceLast = now - _lastSentAt;
        if (_line.Count == 0 || (_onProbation is not null && sinceLast < options.Probation) || (othersArePending && sinceLast < PatienceBehindPending))
            return null;

        var next = _line.Min;
        _line.Remove(next);
        _members.Remove(next.ArticleId);
        (_onProbation, _lastSentAt) = (next.ArticleId, now);
        return next.ArticleId;
    }

    /// <summary>The article was answered or went another way: the next one need not wait for the end of its probation.</summary>
    public void Acquit(string articleId)
    {
        if (_onProbation == articleId)
            _onProbation = null;
    }
}
