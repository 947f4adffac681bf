using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The names by which an article is known again.</summary>
/// <param name="Name">The strongest of <see cref="All"/>, of which a new article's id is made.</param>
/// <param name="All">Never empty. Those that several addresses may share come first, so that two readings that race meet in one of them.</param>
/// <param name="Claims">Those of them that count only while the contents are like each other.</param>
/// <param name="Fetched">The one of them that the content was fetched from; null when there is none.</param>
internal sealed record ArticleKeys(string Name, IReadOnlyList<string> All, IReadOnlySet<string> Claims, string? Fetched)
{
    /// <summary>
    /// Publisher id, canonical address, fetched address, for a text that has none of them its source and content; and, as claims, what those
    /// addresses are folded, the article's number in them, and the id that a feed gives it.
    /// </summary>
    public static ArticleKeys Of(ArticleReading reading, string contentHash)
    {
        var claimed = ClaimedAddress(reading);
        var canonical = UrlKey.Of(claimed) is { } claimedKey ? "url:" + claimedKey : null;
        var fetched = UrlKey.Of(reading.FetchedUrl) is { } fetchedKey ? "url:" + fetchedKey : null;
        var published = reading is { PublisherId: { Length: > 0 } id, IdScope: { Length: > 0 } scope } ? Bounded($"id:{scope}/{id}") : null;
        string[] firm = [.. new[] { published, fetched is null ? canonical : null, fetched }.OfType<string>()];
        string[] claims = [.. new[] { HintOf(reading), Numbered(claimed), Numbered(reading.FetchedUrl), Folded(claimed), Folded(reading.FetchedUrl), canonical }.OfType<string>()];
        var name = published ?? canonical ?? fetched ?? $"text:{reading.Source.Id}/{contentHash}";

        return firm.Length == 0
            ? new ArticleKeys(name, [name], new HashSet<string>(), Fetched: null)
            : new ArticleKeys(name, [.. claims.Concat(firm).Distinct(StringComparer.Ordinal)], claims.Except(firm).ToHashSet(StringComparer.Ordinal), fetched);
    }

    /// <summary>The same without claims that proved false.</summary>
    public ArticleKeys Without(IReadOnlySet<string> claims) => this with { All = [.. All.Where(key => !claims.Contains(key) || !Claims.Contains(key))], Claims = Claims.Except(claims).ToHashSet(StringComparer.Ordinal) };

    /// <summary>The address that the page claims for itself, if it may; null otherwise.</summary>
    public static Uri? ClaimedAddress(ArticleReading reading) =>
        Uri.TryCreate(reading.Article.CanonicalUrl, UriKind.Absolute, out var canonical) && UrlKey.IsTrustedCanonical(canonical, reading.FetchedUrl)
            ? canonical
            : null;

    /// <summary>An article's id: 32 hex digits, the hash of its first key.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    private static string? Folded(Uri? address) => AddressFold.KeyOf(address) is { } key ? Bounded("url:" + key) : null;

    private static string? Numbered(Uri? address) => AddressFold.NumberOf(address) is { } number ? "no:" + number : null;

    // An id that is the article's address says nothing that the address does not.
    private static string? HintOf(ArticleReading reading)
    {
        if (reading is not { FeedId: { Length: > 0 } id, FetchedUrl: { } url })
            return null;

        var isAddress = Uri.TryCreate(id, UriKind.Absolute, out var address) && string.Equals(UrlKey.Of(address), UrlKey.Of(url), StringComparison.Ordinal);
        return isAddress ? null : Bounded($"hint:{AddressFold.SiteOf(url)}/{id}");
    }

    // A publisher's id may be of any length; a key must fit an index.
    private static string Bounded(string key) => key.Length <= 512 ? key : "id#" + IdOf(key);
}
