using System.Collections.Concurrent;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>What the clients were promised: the newest answered state of every article, by its address.</summary>
internal sealed class ArticleLedger
{
    private readonly ConcurrentDictionary<string, Promise> _byUrl = new(StringComparer.Ordinal);
    private int _revisions;
    private int _withdrawals;
    private int _repeats;

    public ICollection<Promise> Promises => _byUrl.Values;

    /// <summary>Answered pushes that changed an article.</summary>
    public int Revisions => _revisions;

    /// <summary>Answered withdrawals.</summary>
    public int Withdrawals => _withdrawals;

    /// <summary>Answered pushes of what was there already.</summary>
    public int Repeats => _repeats;

    public Promise? TryFind(string url) => _byUrl.GetValueOrDefault(url);

    /// <summary>A push was answered with 2xx.</summary>
    public void Accepted(InventedArticle edition, string id, long revision)
    {
        var before = TryFind(edition.Url);
        _byUrl[edition.Url] = new Promise(edition, id, revision, IsWithdrawn: false);
        if (before?.Revision == revision)
        {
            Interlocked.Increment(ref _repeats);
        }
        else if (before is not null)
        {
            Interlocked.Increment(ref _revisions);
        }
    }

    /// <summary>A withdrawal was answered with 202, or with 410 after an answer that was lost.</summary>
    public void Withdrawn(string url, long? revision)
    {
        var before = _byUrl[url];
        _byUrl[url] = before with { IsWithdrawn = true, Revision = revision };
        Interlocked.Increment(ref _withdrawals);
    }

    /// <summary>A site lists the article, and ingestion polls the site.</summary>
    public void Listed(InventedArticle edition) => _byUrl[edition.Url] = new Promise(edition, Id: null, Revision: null, IsWithdrawn: false);
}

/// <summary>What the platform owes.</summary>
/// <param name="Edition">The newest edition.</param>
/// <param name="Id">The article's id; null when nobody was told.</param>
/// <param name="Revision">The revision that must be the newest; null when nobody was told.</param>
/// <param name="IsWithdrawn">True when it was taken back last.</param>
internal sealed record Promise(InventedArticle Edition, string? Id, long? Revision, bool IsWithdrawn);
