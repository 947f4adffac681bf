using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Decides which of a reading's claims hold: some sites print one canonical address on every page, number photographs like articles, or serve other
/// things on other hosts. A claim counts only while the contents are like each other, and never moves a reading away from the article of its own address.
/// </summary>
internal sealed class ClaimJudgement(IArticleStore articles)
{
    /// <summary>What was found of each reading that is in doubt; the others may use all their keys.</summary>
    public async Task<IReadOnlyDictionary<ArticleReading, ClaimVerdict>> JudgeAsync(
        IReadOnlyList<(ArticleReading Reading, ArticleKeys Keys)> readings, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var doubts = readings.SelectMany(one => DoubtsOf(one.Reading, one.Keys, owners)).ToList();
        if (doubts.Count == 0)
            return new Dictionary<ArticleReading, ClaimVerdict>();

        string[] others = [.. doubts.Select(doubt => doubt.Owner).Distinct(StringComparer.Ordinal)];
        var rows = await articles.FindAsync([.. others.Concat(doubts.Select(doubt => doubt.Home).OfType<string>()).Distinct(StringComparer.Ordinal)], ct);
        var contents = await articles.ReadContentsAsync(others, ct);
        return doubts
            .GroupBy(doubt => doubt.Reading, ReferenceComparer)
            .ToDictionary(group => group.Key, group => VerdictOf([.. group], rows, contents), ReferenceComparer);
    }

    private static readonly IEqualityComparer<ArticleReading> ReferenceComparer = EqualityComparer<ArticleReading>.Create(ReferenceEquals, reading => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(reading));

    private static IEnumerable<Doubt> DoubtsOf(ArticleReading reading, ArticleKeys keys, IReadOnlyDictionary<string, string> owners)
    {
        var home = keys.Fetched is { } fetched ? owners.GetValueOrDefault(fetched) : null;
        return keys.Doubtful
            .Where(claim => owners.TryGetValue(claim, out var owner) && owner != home)
            .Select(claim => new Doubt(reading, claim, owners[claim], home));
    }

    // An owner without an article is being stored by another intake, or by one that died before it came to that.
    private static ClaimVerdict VerdictOf(List<Doubt> doubts, IReadOnlyDictionary<string, Article> rows, IReadOnlyDictionary<string, StoredContent> contents)
    {
        var isAtHome = doubts[0].Home is { } home && rows.ContainsKey(home);
        var unmade = doubts.Where(doubt => !rows.ContainsKey(doubt.Owner)).ToList();
        var untrue = doubts.Where(doubt => rows.ContainsKey(doubt.Owner) && (isAtHome || !IsAlike(doubt, contents))).Select(doubt => doubt.Claim).ToHashSet(StringComparer.Ordinal);
        var isSettled = isAtHome || doubts.Count > untrue.Count + unmade.Count;
        if (isSettled)
            untrue.UnionWith(unmade.Select(doubt => doubt.Claim));

        return new ClaimVerdict(untrue, isSettled ? new HashSet<string>() : unmade.Select(doubt => doubt.Owner).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsAlike(Doubt doubt, IReadOnlyDictionary<string, StoredContent> contents) =>
        !contents.TryGetValue(doubt.Owner, out var stored) || ContentLikeness.IsSameArticle(stored.Content, doubt.Reading.Article.Title, doubt.Reading.Article.Body);

    private sealed record Doubt(ArticleReading Reading, string Claim, string Owner, string? Home);
}

/// <summary>What a reading's claims are worth.</summary>
/// <param name="Untrue">Its keys that are not to be used.</param>
/// <param name="Unmade">Owners of the others that have no article: not yet, or never.</param>
internal sealed record ClaimVerdict(IReadOnlySet<string> Untrue, IReadOnlySet<string> Unmade);
