using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Stores a group of readings: keys first, then articles, so that a kill between the two leaves keys whose article the next reading makes.
/// Readings that meet in a key or an article, or lose a race, wait for the next round and see what the others stored.
/// </summary>
internal sealed class ReadingCommit(IKeyStore keys, IArticleStore articles, TimeProvider time)
{
    public async Task<IReadOnlyList<AcceptedArticle>> CommitAsync(IReadOnlyList<ArticleReading> group, CancellationToken ct)
    {
        var results = new AcceptedArticle?[group.Count];
        var waiting = group.Select((reading, index) => Candidate.Of(index, reading)).ToList();
        while (waiting.Count > 0)
        {
            await CommitRoundAsync(waiting, results, ct);
            waiting.RemoveAll(candidate => results[candidate.Index] is not null);
        }

        return results!; // the loop ends when no result is missing
    }

    private async Task CommitRoundAsync(List<Candidate> waiting, AcceptedArticle?[] results, CancellationToken ct)
    {
        var round = WithoutSharedKeys(waiting);
        var owners = await keys.FindAsync([.. round.SelectMany(candidate => candidate.Keys.All)], ct);
        round = await WithoutFalseClaimsAsync(round, owners, ct);
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var candidate in round)
        {
            var owner = candidate.Keys.All.Select(owners.GetValueOrDefault).FirstOrDefault(owner => owner is not null);
            candidate.IsKnown = owner is not null;
            candidate.ArticleId = owner ?? ArticleKeys.IdOf(candidate.Keys.All[0]);
            foreach (var key in candidate.Keys.All.Where(key => !owners.ContainsKey(key)))
                claims[key] = candidate.ArticleId;
        }

        var held = claims.Count > 0 ? await keys.GetOrAddAsync(claims, ct) : owners;
        var settled = round.Where(candidate => candidate.IsKnown || held[candidate.Keys.All[0]] == candidate.ArticleId);
        await SaveAsync([.. settled.DistinctBy(candidate => candidate.ArticleId, StringComparer.Ordinal)], results, ct);
    }

    private async Task SaveAsync(List<Candidate> settled, AcceptedArticle?[] results, CancellationToken ct)
    {
        var rows = await articles.FindAsync([.. settled.Select(candidate => candidate.ArticleId)], ct);
        var writes = new List<ArticleWrite>();
        var writers = new List<(Candidate Candidate, AcceptedArticle Accepted)>();
        foreach (var candidate in settled)
        {
            var current = rows.GetValueOrDefault(candidate.ArticleId);
            var (next, outcome) = ArticleAcceptance.Decide(current, candidate.ArticleId, candidate.Reading, candidate.ContentHash, time.GetUtcNow());
            var accepted = new AcceptedArticle(candidate.ArticleId, (next ?? current)!.Revision, outcome); // without a row there is a next one
            if (next is null)
            {
                results[candidate.Index] = accepted;
                continue;
            }

            writes.Add(new ArticleWrite(next, ContentChange.Replace, ArticleAcceptance.ContentOf(candidate.Reading, next.FirstSeenAt)));
            writers.Add((candidate, accepted));
        }

        var done = writes.Count > 0 ? await articles.SaveAsync(writes, ct) : [];
        for (var i = 0; i < writers.Count; i++)
        {
            if (done[i])
                results[writers[i].Candidate.Index] = writers[i].Accepted;
        }
    }

    private static List<Candidate> WithoutSharedKeys(List<Candidate> waiting)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return waiting.FindAll(candidate =>
        {
            var isFree = !candidate.Keys.All.Any(taken.Contains);
            taken.UnionWith(candidate.Keys.All);
            return isFree;
        });
    }

    // Some sites print one canonical address on every page: a claim counts only while the contents are like each other.
    private async Task<List<Candidate>> WithoutFalseClaimsAsync(List<Candidate> round, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var doubtful = round
            .Where(candidate => candidate.Keys is { Canonical: { } claimed, Fetched: { } fetched }
                && owners.TryGetValue(claimed, out var owner) && owners.GetValueOrDefault(fetched) != owner)
            .ToDictionary(candidate => candidate, candidate => owners[candidate.Keys.Canonical!]); // filtered just above
        if (doubtful.Count == 0)
            return round;

        var contents = await articles.ReadContentsAsync([.. doubtful.Values.Distinct(StringComparer.Ordinal)], ct);
        return round.ConvertAll(candidate =>
            doubtful.TryGetValue(candidate, out var owner)
            && contents.TryGetValue(owner, out var stored)
            && !ContentLikeness.IsSameArticle(stored.Content, candidate.Reading.Article.Title, candidate.Reading.Article.Body)
                ? candidate.WithoutClaim()
                : candidate);
    }

    private sealed class Candidate
    {
        public required int Index { get; init; }

        public required ArticleReading Reading { get; init; }

        public required string ContentHash { get; init; }

        public required ArticleKeys Keys { get; init; }

        public string ArticleId { get; set; } = string.Empty;

        public bool IsKnown { get; set; }

        public static Candidate Of(int index, ArticleReading reading)
        {
            var hash = AcceptArticle.ContentHash.Of(reading.Article, reading.EmbargoedUntil);
            return new Candidate { Index = index, Reading = reading, ContentHash = hash, Keys = ArticleKeys.Of(reading, hash) };
        }

        public Candidate WithoutClaim() => Of(Index, Reading with { Article = Reading.Article with { CanonicalUrl = null } });
    }
}
