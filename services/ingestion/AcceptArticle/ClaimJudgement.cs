using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Decides which of a reading's claims hold: some sites print one canonical address on every page, number photographs like articles, or serve other
/// things on other hosts. A claim counts only while the contents are like each other, and never moves a reading away from the article of its own address.
/// </summary>
internal sealed class ClaimJudgement(IArticleStore articles)
{
    /// <summary>The keys of each reading that are not to be used.</summary>
    public async Task<IReadOnlyDictionary<ArticleReading, IReadOnlySet<string>>> FindFalseAsync(
        IReadOnlyList<(ArticleReading Reading, ArticleKeys Keys)> readings, IReadOnlyDictionary<string, string> owners, CancellationToken ct)
    {
        var doubts = readings.SelectMany(one => DoubtsOf(one.Reading, one.Keys, owners)).ToList();
        if (doubts.Count == 0)
            return new Dictionary<ArticleReading, IReadOnlySet<string>>();

        var homes = await articles.FindAsync([.. doubts.Select(doubt => doubt.Home).OfType<string>().Distinct(StringComparer.Ordinal)], ct);
        var contents = await articles.ReadContentsAsync([.. doubts.Select(doubt => doubt.Owner).Distinct(StringComparer.Ordinal)], ct);
        return doubts
            .Where(doubt => (doubt.Home is not null && homes.ContainsKey(doubt.Home)) || !IsAlike(doubt, contents))
            .GroupBy(doubt => doubt.Reading, ReferenceEqualityComparer.Instance)
            .ToDictionary(
                group => (ArticleReading)group.Key!, // grouped by a reading
                IReadOnlySet<string> (group) => group.Select(doubt => doubt.Claim).ToHashSet(StringComparer.Ordinal),
                ReferenceComparer);
    }

    private static readonly IEqualityComparer<ArticleReading> ReferenceComparer = EqualityComparer<ArticleReading>.Create(ReferenceEquals, reading => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(reading));

    private static IEnumerable<Doubt> DoubtsOf(ArticleReading reading, ArticleKeys keys, IReadOnlyDictionary<string, string> owners)
    {
        var home = keys.Fetched is { } fetched ? owners.GetValueOrDefault(fetched) : null;
        return keys.Claims
            .Where(claim => owners.TryGetValue(claim, out var owner) && owner != home)
            .Select(claim => new Doubt(reading, claim, owners[claim], home));
    }

    private static bool IsAlike(Doubt doubt, IReadOnlyDictionary<string, StoredContent> contents) =>
        !contents.TryGetValue(doubt.Owner, out var stored) || ContentLikeness.IsSameArticle(stored.Content, doubt.Reading.Article.Title, doubt.Reading.Article.Body);

    private sealed record Doubt(ArticleReading Reading, string Claim, string Owner, string? Home);
}
