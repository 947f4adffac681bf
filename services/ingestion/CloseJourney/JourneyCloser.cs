using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Stores answers; those of messages that come at the same time in one commit.</summary>
internal sealed class JourneyCloser : IAsyncDisposable
{
    private readonly IArticleStore _articles;
    private readonly ArticleUpdates _updates;
    private readonly IDeadLetterStore _letters;
    private readonly TimeProvider _time;
    private readonly GroupCommitWriter<Answers, IReadOnlyList<Article>> _writer;

    public JourneyCloser(IArticleStore articles, IDeadLetterStore letters, TimeProvider time)
    {
        _articles = articles;
        _updates = new ArticleUpdates(articles);
        _letters = letters;
        _time = time;
        _writer = new GroupCommitWriter<Answers, IReadOnlyList<Article>>(CommitAsync, groupSize: 32);
    }

    /// <summary>The rows that the answers changed.</summary>
    public Task<IReadOnlyList<Article>> CloseAsync(IReadOnlyDictionary<string, HeldArticle> byArticle, CancellationToken ct) =>
        _writer.WriteAsync(new Answers(byArticle), ct);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task<IReadOnlyList<IReadOnlyList<Article>>> CommitAsync(IReadOnlyList<Answers> group, CancellationToken ct)
    {
        var newest = group.SelectMany(answers => answers.ByArticle.Values)
            .GroupBy(held => held.ArticleId, StringComparer.Ordinal)
            .ToDictionary(held => held.Key, held => held.MaxBy(article => article.Revision)!, StringComparer.Ordinal);
        await RemoveLettersAsync(newest, ct);
        var written = await _updates.ApplyAsync(newest.Keys, row => JourneyClosing.Decide(row, newest[row.Id], _time.GetUtcNow()), ct);

        return [.. group.Select(answers => (IReadOnlyList<Article>)[.. written.Where(row => answers.ByArticle.ContainsKey(row.Id))])];
    }

    // Before the rows forget that there are any: killed in between, the redelivered answer closes the journey.
    private async Task RemoveLettersAsync(Dictionary<string, HeldArticle> answers, CancellationToken ct)
    {
        var rows = await _articles.FindAsync(answers.Keys, ct);
        var healed = rows.Values.Where(row => row.HasDeadLetters).ToDictionary(row => row.Id, row => answers[row.Id].Revision, StringComparer.Ordinal);
        if (healed.Count > 0)
            await _letters.RemoveOfArticlesAsync(healed, ct);
    }

    private sealed record Answers(IReadOnlyDictionary<string, HeldArticle> ByArticle);
}
