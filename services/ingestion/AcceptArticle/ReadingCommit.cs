using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Stores a group of readings: keys first, then articles, so that a kill between the two leaves keys whose article the next reading makes.
/// Readings that meet in a key or an article, or lose a race, wait for the next round and see what the others stored.
/// </summary>
internal sealed class ReadingCommit(IKeyStore keys, IArticleStore articles, TimeProvider time)
{
    // Between its keys and its article another intake needs milliseconds; one that has not come so far by then is dead.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ClaimJudgement _claims = new(articles);

    public async Task<IReadOnlyList<AcceptedArticle>> CommitAsync(IReadOnlyList<ArticleReading> group, CancellationToken ct)
    {
        var results = new AcceptedArticle?[group.Count];
        var waiting = group.Select((reading, index) => ReadingCandidate.Of(index, reading)).ToList();
        while (waiting.Count > 0)
        {
            await CommitRoundAsync(waiting, results, ct);
            waiting.RemoveAll(candidate => results[candidate.Index] is not null);
            if (waiting.Count > 0 && waiting.TrueForAll(candidate => candidate.WaitsSince is not null))
                await Task.Delay(BetweenLooks, time, ct);
        }

        return results!; // the loop ends when no result is missing
    }

    private async Task CommitRoundAsync(List<ReadingCandidate> waiting, AcceptedArticle?[] results, CancellationToken ct)
    {
        var round = WithoutSharedKeys(waiting);
        var owners = await keys.FindAsync([.. round.SelectMany(candidate => candidate.Keys.All)], ct);
        round = await WithoutDoubtAsync(round, owners, ct);
        foreach (var candidate in round)
        {
            var owner = candidate.Keys.All.Select(owners.GetValueOrDefault).FirstOrDefault(found => found is not null && !candidate.Unmade.Contains(found));
            candidate.IsKnown = owner is not null;
            candidate.ArticleId = owner ?? ArticleKeys.IdOf(candidate.Keys.Name);
        }

        await TakeKeysAsync(round, owners, ct);
        await SaveAsync([.. round.Where(candidate => candidate.IsKnown).DistinctBy(candidate => candidate.ArticleId, StringComparer.Ordinal)], results, ct);
    }

    // What is known keeps its article even if it does not get the keys; what is new and does not get them looks again.
    private async Task TakeKeysAsync(List<ReadingCandidate> round, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var takings = new List<KeyTaking>();
        var takers = new List<ReadingCandidate>();
        foreach (var candidate in round)
        {
            string[] absent = [.. candidate.Keys.Taken.Where(key => !owners.TryGetValue(key, out var owner) || candidate.Unmade.Contains(owner))];
            if (absent.Length == 0)
                continue;

            takings.Add(new KeyTaking(candidate.ArticleId, absent, candidate.Unmade));
            takers.Add(candidate);
        }

        var taken = takings.Count > 0 ? await keys.TakeAsync(takings, ct) : [];
        for (var i = 0; i < takers.Count; i++)
            takers[i].IsKnown |= taken[i];
    }

    private async Task SaveAsync(List<ReadingCandidate> settled, AcceptedArticle?[] results, CancellationToken ct)
    {
        var rows = await articles.FindAsync([.. settled.Select(candidate => candidate.ArticleId)], ct);
        var compared = settled.Where(candidate => IsCompared(candidate, rows.GetValueOrDefault(candidate.ArticleId))).Select(candidate => candidate.ArticleId).ToList();
        var contents = compared.Count > 0 ? await articles.ReadContentsAsync(compared, ct) : new Dictionary<string, StoredContent>();
        var writes = new List<ArticleWrite>();
        var writers = new List<(ReadingCandidate Candidate, AcceptedArticle Accepted)>();
        foreach (var candidate in settled)
        {
            var current = rows.GetValueOrDefault(candidate.ArticleId);
            var (write, accepted) = WriteOf(current, contents.GetValueOrDefault(candidate.ArticleId)?.Content, candidate);
            if (write is null)
            {
                results[candidate.Index] = accepted;
                continue;
            }

            writes.Add(write);
            writers.Add((candidate, accepted));
        }

        var done = writes.Count > 0 ? await articles.SaveAsync(writes, ct) : [];
        for (var i = 0; i < writers.Count; i++)
        {
            if (done[i])
                results[writers[i].Candidate.Index] = writers[i].Accepted;
        }
    }

    // What was read again is compared in its details; of another list's word for the article what that one does not say stays.
    private static bool IsCompared(ReadingCandidate candidate, Article? current) =>
        candidate.Reading.IsFromArchive || (current is not null && candidate.Reading.Origin != ReadingOrigin.Push && !string.Equals(current.ContentHash, candidate.ContentHash, StringComparison.Ordinal));

    private (ArticleWrite? Write, AcceptedArticle Accepted) WriteOf(Article? current, ArticleContent? stored, ReadingCandidate candidate)
    {
        var now = time.GetUtcNow();
        var reading = candidate.Reading;
        var (next, outcome) = ArticleAcceptance.Decide(current, candidate.ArticleId, reading, candidate.ContentHash, now);
        if (outcome == AcceptanceOutcome.Unchanged && reading.IsFromArchive && stored is not null && ArticleAcceptance.DecideDetails(current!, stored, reading, now) is { } changed) // a content has a row
            (next, outcome) = (changed, AcceptanceOutcome.Revised);

        var accepted = new AcceptedArticle(candidate.ArticleId, (next ?? current)!.Revision, outcome); // without a row there is a next one
        if (next is not null)
            return (new ArticleWrite(next, ContentChange.Replace, ArticleAcceptance.ContentOf(reading, next.FirstSeenAt, ArticleAcceptance.SourceOf(current, reading), stored)), accepted);

        var sighted = current!.Sighted(reading, now); // Decide adds what has no row
        return outcome == AcceptanceOutcome.Unchanged && sighted != current
            ? (new ArticleWrite(sighted), accepted)
            : (null, accepted);
    }

    private static List<ReadingCandidate> WithoutSharedKeys(List<ReadingCandidate> waiting)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return waiting.FindAll(candidate =>
        {
            var isFree = !candidate.Keys.All.Any(taken.Contains);
            taken.UnionWith(candidate.Keys.All);
            return isFree;
        });
    }

    // Those that can be decided now, without their false claims.
    private async Task<List<ReadingCandidate>> WithoutDoubtAsync(List<ReadingCandidate> round, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var verdicts = await _claims.JudgeAsync([.. round.Select(candidate => (candidate.Reading, candidate.Keys))], owners, ct);
        return round.FindAll(candidate =>
        {
            var isInDoubt = verdicts.TryGetValue(candidate.Reading, out var verdict);
            if (isInDoubt && verdict!.Unmade.Count > 0 && candidate.WaitedFor(time) < Patience)
                return false;

            candidate.WaitsSince = null;
            candidate.Unmade = verdict?.Unmade ?? new HashSet<string>();
            if (isInDoubt && verdict!.Untrue.Count > 0)
                candidate.Drop(verdict.Untrue, owners);

            return true;
        });
    }
}
