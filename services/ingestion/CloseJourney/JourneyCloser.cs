using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Stores answers; those that come at the same time in one commit.</summary>
internal sealed class JourneyCloser : IAsyncDisposable
{
    private readonly ArticleUpdates _updates;
    private readonly IDeadLetterStore _letters;
    private readonly RestoreMemory _memory;
    private readonly GroupCommitWriter<Answer, Closing> _writer;

    public JourneyCloser(IArticleStore articles, IDeadLetterStore letters, RestoreMemory memory)
    {
        _updates = new ArticleUpdates(articles);
        _letters = letters;
        _memory = memory;
        _writer = new GroupCommitWriter<Answer, Closing>("close", CommitAsync);
    }

    /// <summary>What each article's answer came to, in order.</summary>
    public async Task<IReadOnlyList<Closing>> CloseAsync(ArticlesPublished answer, CancellationToken ct) =>
        await Task.WhenAll(answer.Articles.Select(held => _writer.WriteAsync(new Answer(held, answer.AnsweredAt, answer.Epoch), ct)));

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task<IReadOnlyList<Closing>> CommitAsync(IReadOnlyList<Answer> group, CancellationToken ct)
    {
        var lives = await _memory.ReadAsync(ct);
        var newest = group.Where(answer => lives.Count(answer.Held, answer.Epoch)).GroupBy(answer => answer.Held.ArticleId, StringComparer.Ordinal)
            .ToDictionary(answers => answers.Key, answers => answers.MaxBy(answer => answer.Held.Revision)!, StringComparer.Ordinal);
        var missed = newest.Keys.ToHashSet(StringComparer.Ordinal);
        var written = (await _updates.ApplyAsync(newest.Keys, Decide, RemoveLettersAsync, ct)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        return [.. group.Select(answer => new Closing(
            answer.Held,
            written.GetValueOrDefault(answer.Held.ArticleId),
            !lives.Count(answer.Held, answer.Epoch) ? ClosingOutcome.OfAnotherLife
                : missed.Contains(answer.Held.ArticleId) ? ClosingOutcome.Missed
                : ClosingOutcome.Settled))];

        ArticleWrite? Decide(Article row)
        {
            var (held, answeredAt, _) = newest[row.Id];
            if (JourneyClosing.IsMissed(row, held, lives.RestoredAt))
                return null;

            missed.Remove(row.Id);
            return JourneyClosing.Decide(row, held, answeredAt);
        }

        // Before the rows forget that there are any: killed in between, the redelivered answer closes the journey.
        async Task RemoveLettersAsync(IReadOnlyCollection<Article> rows)
        {
            // A process may have died between the letter of an article that it gave up and the row that would tell of it.
            var healed = rows.Where(row => row.HasDeadLetters || row.Strikes > 0).ToDictionary(row => row.Id, row => newest[row.Id].Held.Revision, StringComparer.Ordinal);
            if (healed.Count > 0)
                await _letters.RemoveOfArticlesAsync(healed, ct);
        }
    }

    private sealed record Answer(HeldArticle Held, DateTimeOffset AnsweredAt, string? Epoch);
}

/// <summary>What the answer about one article came to.</summary>
/// <param name="Held">The answer.</param>
/// <param name="Written">The row that it changed; null when there was nothing to change.</param>
/// <param name="Outcome">Whether it counts.</param>
internal sealed record Closing(HeldArticle Held, Article? Written, ClosingOutcome Outcome);

internal enum ClosingOutcome
{
    /// <summary>Everything up to its revision is answered.</summary>
    Settled,

    /// <summary>Publishing holds what this store does not know: to be told.</summary>
    Missed,

    /// <summary>From before a restore: what it tells of may be lost.</summary>
    OfAnotherLife,
}
