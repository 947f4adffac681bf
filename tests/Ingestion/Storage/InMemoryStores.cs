using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>Articles in memory, for property tests of thousands of steps; held to the same contract as the engines.</summary>
internal sealed class InMemoryArticleStore : IArticleStore, IRevisionStore
{
    private readonly Dictionary<string, Article> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredContent> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredRevision>> _revisions = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Article> Rows => _rows.Values;

    public Task<IReadOnlyDictionary<string, Article>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, Article>>(ids.Where(_rows.ContainsKey).ToDictionary(id => id, id => _rows[id]));

    public Task<IReadOnlyDictionary<string, StoredContent>> ReadContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, StoredContent>>(ids.Where(_contents.ContainsKey).ToDictionary(id => id, id => _contents[id]));

    public Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<bool>>([.. writes.Select(Save)]);

    public Task<IReadOnlyList<Article>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Article>>(
            [.. _rows.Values.Where(row => row.State == ArticleState.Pending && row.QueuedAt <= now).OrderBy(row => row.QueuedAt).ThenBy(row => row.Id, StringComparer.Ordinal).Take(limit)]);

    public Task<IReadOnlyList<Article>> ReadSightingsDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Article>>(
            [.. _rows.Values.Where(row => row.SightingsDueAt <= now).OrderBy(row => row.SightingsDueAt).ThenBy(row => row.Id, StringComparer.Ordinal).Take(limit)]);

    public Task<IReadOnlyList<Article>> ReadSentAsync(string? afterId, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Article>>(
            [.. _rows.Values.Where(row => row.State == ArticleState.Sent && string.CompareOrdinal(row.Id, afterId ?? string.Empty) > 0).OrderBy(row => row.Id, StringComparer.Ordinal).Take(limit)]);

    public Task<IReadOnlyList<Article>> ReadPublishedBeforeAsync(DateTimeOffset instant, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Article>>(
            [.. _rows.Values.Where(row => row.State == ArticleState.Published && row.QueuedAt < instant).OrderBy(row => row.QueuedAt).ThenBy(row => row.Id, StringComparer.Ordinal).Take(limit)]);

    public Task<long> CountBacklogAsync(CancellationToken ct) =>
        Task.FromResult<long>(_rows.Values.Count(row => row.State is ArticleState.Pending or ArticleState.Sent));

    public Task<IReadOnlyList<StoredRevision>> ReadEarlierAsync(string articleId, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<StoredRevision>>(_revisions.GetValueOrDefault(articleId) ?? []);

    public Task<ArticleCounts> CountAsync(CancellationToken ct)
    {
        long In(ArticleState state) => _rows.Values.Count(row => row.State == state);
        return Task.FromResult(new ArticleCounts(_rows.Count, In(ArticleState.Pending), In(ArticleState.Sent), In(ArticleState.Published), In(ArticleState.Withdrawn), In(ArticleState.Dead), In(ArticleState.Expired)));
    }

    private bool Save(ArticleWrite write)
    {
        var article = write.Article;
        if ((_rows.GetValueOrDefault(article.Id)?.Version ?? 0) != article.Version)
            return false;

        _rows[article.Id] = article with { Version = article.Version + 1 };
        if (write.Change == ContentChange.Remove)
        {
            _contents.Remove(article.Id);
            _revisions.Remove(article.Id);
        }
        else if (write.Content is { } content)
        {
            if (_contents.TryGetValue(article.Id, out var before) && before.Revision < article.Revision)
                Keep(article.Id, before);

            _contents[article.Id] = new StoredContent(article.Revision, content, article.AcceptedAt);
        }

        return true;
    }

    private void Keep(string id, StoredContent replaced)
    {
        if (!_revisions.TryGetValue(id, out var kept))
            _revisions[id] = kept = [];

        kept.Add(new StoredRevision(replaced.Revision, replaced.AcceptedAt, replaced.Content));
        if (kept.Count > IRevisionStore.MaxKept)
            kept.RemoveAt(1);
    }
}

/// <summary>Letters in memory; held to the same contract as the engines.</summary>
internal sealed class InMemoryDeadLetterStore : IDeadLetterStore
{
    private readonly Dictionary<string, DeadLetter> _letters = new(StringComparer.Ordinal);

    public IReadOnlyList<DeadLetter> Open => [.. _letters.Values];

    /// <summary>What another process does right after a letter was added.</summary>
    public Func<Task> AfterAdding { get; set; } = () => Task.CompletedTask;

    public async Task<bool> TryAddAsync(DeadLetter letter, CancellationToken ct)
    {
        var isNew = _letters.TryAdd(letter.Id, letter);
        await AfterAdding();
        return isNew;
    }

    public Task<DeadLetter?> TryFindAsync(string id, CancellationToken ct) => Task.FromResult(_letters.GetValueOrDefault(id));

    public Task<IReadOnlyList<DeadLetter>> ReadAsync(DeadLetterPosition? after, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(
            [.. _letters.Values
                .Where(letter => after is null || letter.RecordedAt < after.RecordedAt || (letter.RecordedAt == after.RecordedAt && string.CompareOrdinal(letter.Id, after.Id) > 0))
                .OrderByDescending(letter => letter.RecordedAt).ThenBy(letter => letter.Id, StringComparer.Ordinal)
                .Take(limit)
                .Select(letter => letter with { Body = [] })]);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => Task.FromResult(_letters.Remove(id));

    public Task RemoveOfArticlesAsync(IReadOnlyDictionary<string, long> revisionByArticle, CancellationToken ct)
    {
        foreach (var letter in Open.Where(letter => letter.ArticleId is { } id && revisionByArticle.TryGetValue(id, out var revision) && letter.Revision <= revision))
            _letters.Remove(letter.Id);

        return Task.CompletedTask;
    }

    public Task<long> CountAsync(CancellationToken ct) => Task.FromResult((long)_letters.Count);

    public Task<DateTimeOffset?> FindOldestAsync(CancellationToken ct) => Task.FromResult(_letters.Values.Min(letter => (DateTimeOffset?)letter.RecordedAt));
}

public sealed class InMemoryArticleStoreTests : ArticleStoreContract
{
    internal override Task<IArticleStore> CreateAsync() => Task.FromResult<IArticleStore>(new InMemoryArticleStore());
}

public sealed class InMemoryDeadLetterStoreTests : DeadLetterStoreContract
{
    internal override Task<IDeadLetterStore> CreateAsync() => Task.FromResult<IDeadLetterStore>(new InMemoryDeadLetterStore());
}

/// <summary>Facts in memory.</summary>
internal sealed class InMemoryFacts : IServiceFacts
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    public Task<string?> TryReadAsync(string name, CancellationToken ct) => Task.FromResult(_facts.GetValueOrDefault(name));

    public Task WriteAsync(string name, string value, CancellationToken ct)
    {
        _facts[name] = value;
        return Task.CompletedTask;
    }
}
