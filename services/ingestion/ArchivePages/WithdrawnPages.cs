using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Knows of which pages the article was withdrawn or expired: nothing of them is to be kept.</summary>
internal sealed class WithdrawnPages(IKeyStore keys, IArticleStore articles, TimeProvider time)
{
    // One restored and one withdrawn between two looks leave the numbers as they were.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromDays(1);

    private long? _known;
    private DateTimeOffset _lookedAt;

    /// <summary>False while nothing was withdrawn since the last time that this was asked: then no file needs to be read.</summary>
    public async Task<bool> AreThereNewAsync(CancellationToken ct)
    {
        var counts = await articles.CountAsync(ct);
        var now = time.GetUtcNow();
        var all = counts.Withdrawn + counts.Expired;
        var mayBe = all > 0 && (all != _known || now - _lookedAt >= LookAnyway);
        (_known, _lookedAt) = (all, mayBe ? now : _lookedAt);
        return mayBe;
    }

    /// <summary>Those of the addresses whose article is withdrawn now.</summary>
    public async Task<IReadOnlySet<Uri>> FindAsync(IReadOnlyCollection<Uri> addresses, CancellationToken ct)
    {
        var keyed = addresses.Where(address => ArticleKeys.OfAddress(address) is not null).ToDictionary(address => address, address => ArticleKeys.OfAddress(address)!);
        var owners = await keys.FindAsync([.. keyed.Values.Distinct(StringComparer.Ordinal)], ct);
        var rows = await articles.FindAsync([.. owners.Values.Distinct(StringComparer.Ordinal)], ct);
        return keyed.Where(pair => owners.TryGetValue(pair.Value, out var id) && rows.TryGetValue(id, out var row) && row.IsWithdrawal).Select(pair => pair.Key).ToHashSet();
    }
}
