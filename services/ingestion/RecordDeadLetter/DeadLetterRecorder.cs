using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>Stores letters, draws their consequences for articles, and replays them.</summary>
internal sealed class DeadLetterRecorder(
    IDeadLetterStore letters, IArticleStore articles, DispatchSignal signal, IOptions<DispatchOptions> dispatch, TimeProvider time)
{
    private readonly ArticleUpdates _updates = new(articles);

    /// <summary>One word for the log: recorded, dead, resent or superseded.</summary>
    public async Task<string> RecordAsync(DeadLetter letter, CancellationToken ct)
    {
        if (letter is not { ArticleId: { } id, Revision: { } revision })
        {
            await letters.TryAddAsync(letter, ct);
            return "recorded";
        }

        var current = (await articles.FindAsync([id], ct)).GetValueOrDefault(id);
        if (FaultVerdict.IsOver(current, revision))
            return "superseded";

        // The letter first: an article that is dead without one could not be replayed.
        await letters.TryAddAsync(letter, ct);
        var written = await _updates.ApplyAsync(
            [id], row => FaultVerdict.Decide(row, letter, dispatch.Value.MaxStrikes, time.GetUtcNow()) is { } next ? new ArticleWrite(next) : null, ct);
        signal.Landed(id, revision);

        return written switch
        {
            [{ State: ArticleState.Dead }] => "dead",
            [_] => "resent",
            _ => await RemoveIfOverAsync(letter, id, revision, ct) ? "superseded" : "recorded",
        };
    }

    // Answered between the first look and the letter: nothing would ever close it.
    private async Task<bool> RemoveIfOverAsync(DeadLetter letter, string articleId, long revision, CancellationToken ct) =>
        FaultVerdict.IsOver((await articles.FindAsync([articleId], ct)).GetValueOrDefault(articleId), revision)
        && await letters.RemoveAsync(letter.Id, ct);

    /// <summary>Sends the letter's article on its way again in its newest revision; false when it needs nothing.</summary>
    public async Task<bool> ReplayArticleAsync(string articleId, CancellationToken ct)
    {
        var written = await _updates.ApplyAsync(
            [articleId], row => FaultVerdict.Replay(row, time.GetUtcNow()) is { } next ? new ArticleWrite(next) : null, ct);
        await letters.RemoveOfArticlesAsync(new Dictionary<string, long>(StringComparer.Ordinal) { [articleId] = long.MaxValue }, ct);
        signal.Wake();

        return written.Count > 0;
    }
}
