using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Stores answers; those that come at the same time in one commit.</summary>
internal sealed class JourneyCloser : IAsyncDisposable
{
    private readonly ArticleUpdates _updates;
    private readonly IDeadLetterStore _letters;
    private readonly TimeProvider _time;
    private readonly GroupCommitWriter<HeldArticle, Article?> _writer;

    public JourneyCloser(IArticleStore articles, IDeadLetterStore letters, TimeProvider time)
    {
        _updates = new ArticleUpdates(articles);
        _letters = letters;
        _time = time;
        _writer = new GroupCommitWriter<HeldArticle, Article?>("close", CommitAsync);
    }

    /// <summary>The rows that the answers changed.</summary>
    public async Task<IReadOnlyList<Article>> CloseAsync(IEnumerable<HeldArticle> answers, CancellationToken ct)
    {
        var written = await Task.WhenAll(answers.Select(answer => _writer.WriteAsync(answer, ct)));
        return [.. written.OfType<Article>()];
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task<IReadOnlyList<Article?>> CommitAsync(IReadOnlyList<HeldArticle> group, CancellationToken ct)
    {
        var newest = group.GroupBy(held => held.ArticleId, StringComparer.Ordinal)
            .ToDictionary(held => held.Key, held => held.MaxBy(article => article.Revision)!, StringComparer.Ordinal);
        var written = (await _updates.ApplyAsync(newest.Keys, row => JourneyClosing.Decide(row, newest[row.Id], _time.GetUtcNow()), RemoveLettersAsync, ct))
            .ToDictionary(row => row.Id, StringComparer.Ordinal);

        return [.. group.Select(held => written.GetValueOrDefault(held.ArticleId))];

        // Before the rows forget that there are any: killed in between, the redelivered answer closes the journey.
        async Task RemoveLettersAsync(IReadOnlyCollection<Article> rows)
        {
            // A process may have died between the letter of an article that it gave up and the row that would tell of it.
            var healed = rows.Where(row => row.HasDeadLetters || row.Strikes > 0).ToDictionary(row => row.Id, row => newest[row.Id].Revision, StringComparer.Ordinal);
            if (healed.Count > 0)
                await _letters.RemoveOfArticlesAsync(healed, ct);
        }
    }
}
