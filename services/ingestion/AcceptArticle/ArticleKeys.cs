using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The names by which an article is known again, strongest first.</summary>
/// <param name="All">Never empty.</param>
/// <param name="Canonical">The one of them that the page claims for itself; null when it claims none that is trusted.</param>
/// <param name="Fetched">The one of them that the content was fetched from; null when there is none.</param>
internal sealed record ArticleKeys(IReadOnlyList<string> All, string? Canonical, string? Fetched)
{
    /// <summary>Publisher id, canonical address, fetched address; for a text that has none of them its source and content.</summary>
    public static ArticleKeys Of(ArticleReading reading, string contentHash)
    {
        var claimed = ClaimedAddress(reading);
        var canonical = UrlKey.Of(claimed) is { } claimedKey ? "url:" + claimedKey : null;
        var fetched = UrlKey.Of(reading.FetchedUrl) is { } fetchedKey ? "url:" + fetchedKey : null;
        var published = reading is { PublisherId: { Length: > 0 } id, IdScope: { Length: > 0 } scope } ? Bounded($"id:{scope}/{id}") : null;
        List<string> keys = [.. new[] { published, canonical, fetched }.OfType<string>().Distinct(StringComparer.Ordinal)];

        return new ArticleKeys(keys.Count > 0 ? keys : [$"text:{reading.Source.Id}/{contentHash}"], canonical, fetched);
    }

    /// <summary>The address that the page claims for itself, if it may; null otherwise.</summary>
    public static Uri? ClaimedAddress(ArticleReading reading) =>
        Uri.TryCreate(reading.Article.CanonicalUrl, UriKind.Absolute, out var canonical) && UrlKey.IsTrustedCanonical(canonical, reading.FetchedUrl)
            ? canonical
            : null;

    /// <summary>An article's id: 32 hex digits, the hash of its first key.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    // A publisher's id may be of any length; a key must fit an index.
    private static string Bounded(string key) => key.Length <= 512 ? key : "id#" + IdOf(key);
}
