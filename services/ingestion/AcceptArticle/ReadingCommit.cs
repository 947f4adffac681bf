using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Stores a group of readings: keys first, then articles, so that a kill between the two leaves keys whose article the next reading makes.
/// Readings that meet in a key or an article, or lose a race, wait for the next round and see what the others stored.
/// </summary>
internal sealed class ReadingCommit(IKeyStore keys, IArticleStore articles, TimeProvider time)
{
    private readonly ClaimJudgement _claims = new(articles);

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
        await WithoutFalseClaimsAsync(round, owners, ct);
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var candidate in round)
        {
            var owner = candidate.Keys.All.Select(owners.GetValueOrDefault).FirstOrDefault(found => found is not null);
            candidate.IsKnown = owner is not null;
            candidate.ArticleId = owner ?? ArticleKeys.IdOf(candidate.Keys.Name);
            foreach (var key in candidate.Keys.All.Where(key => !owners.ContainsKey(key)))
                claims[key] = candidate.ArticleId;
        }

        var held = claims.Count > 0 ? await keys.GetOrAddAsync(claims, ct) : owners;
        var settled = round.Where(candidate => candidate.IsKnown || candidate.Keys.All.All(key => held[key] == candidate.ArticleId));
        await SaveAsync([.. settled.DistinctBy(candidate => candidate.ArticleId, StringComparer.Ordinal)], results, ct);
    }

    private async Task SaveAsync(List<Candidate> settled, AcceptedArticle?[] results, CancellationToken ct)
    {
        var rows = await articles.FindAsync([.. settled.Select(candidate => candidate.ArticleId)], ct);
        var reread = settled.Where(candidate => candidate.Reading.IsFromArchive).Select(candidate => candidate.ArticleId).ToList();
        var archived = reread.Count > 0 ? await articles.ReadContentsAsync(reread, ct) : new Dictionary<string, StoredContent>();
        var writes = new List<ArticleWrite>();
        var writers = new List<(Candidate Candidate, AcceptedArticle Accepted)>();
        foreach (var candidate in settled)
        {
            var current = rows.GetValueOrDefault(candidate.ArticleId);
            var (write, accepted) = WriteOf(current, archived.GetValueOrDefault(candidate.ArticleId)?.Content, candidate);
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

    private (ArticleWrite? Write, AcceptedArticle Accepted) WriteOf(Article? current, ArticleContent? stored, Candidate candidate)
    {
        var now = time.GetUtcNow();
        var reading = candidate.Reading;
        var (next, outcome) = ArticleAcceptance.Decide(current, candidate.ArticleId, reading, candidate.ContentHash, now);
        if (outcome == AcceptanceOutcome.Unchanged && stored is not null && ArticleAcceptance.DecideDetails(current!, stored, reading, now) is { } changed) // a content has a row
            (next, outcome) = (changed, AcceptanceOutcome.Revised);

        var accepted = new AcceptedArticle(candidate.ArticleId, (next ?? current)!.Revision, outcome); // without a row there is a next one
        if (next is not null)
            return (new ArticleWrite(next, ContentChange.Replace, ArticleAcceptance.ContentOf(reading, next.FirstSeenAt, ArticleAcceptance.SourceOf(current, reading))), accepted);

        var sighted = current!.Sighted(reading, now); // Decide adds what has no row
        return outcome == AcceptanceOutcome.Unchanged && sighted != current
            ? (new ArticleWrite(sighted), accepted)
            : (null, accepted);
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

    private async Task WithoutFalseClaimsAsync(List<Candidate> round, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var untrue = await _claims.FindFalseAsync([.. round.Select(candidate => (candidate.Reading, candidate.Keys))], owners, ct);
        foreach (var candidate in round)
        {
            if (untrue.TryGetValue(candidate.Reading, out var claims))
                candidate.Drop(claims);
        }
    }

    private sealed class Candidate
    {
        public required int Index { get; init; }

        public required ArticleReading Reading { get; set; }

        public required string ContentHash { get; init; }

        public required ArticleKeys Keys { get; set; }

        public string ArticleId { get; set; } = string.Empty;

        public bool IsKnown { get; set; }

        public static Candidate Of(int index, ArticleReading reading)
        {
            var hash = AcceptArticle.ContentHash.Of(reading.Article, reading.EmbargoedUntil);
            return new Candidate { Index = index, Reading = reading, ContentHash = hash, Keys = ArticleKeys.Of(reading, hash) };
        }

        // An address that is another article's is not this one's, not even to be shown.
        public void Drop(IReadOnlySet<string> claims)
        {
            if (UrlKey.Of(ArticleKeys.ClaimedAddress(Reading)) is { } canonical && claims.Contains("url:" + canonical))
                Reading = Reading with { Article = Reading.Article with { CanonicalUrl = null } };

            Keys = ArticleKeys.Of(Reading, ContentHash).Without(claims);
        }
    }
}
