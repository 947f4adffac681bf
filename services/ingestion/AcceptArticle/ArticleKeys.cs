using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The names by which an article is known again.</summary>
/// <param name="Name">The name of which a new article's id is made: one that no other article can have.</param>
/// <param name="Own">Never empty. Those that nothing but this article has. An article takes them with the shared ones.</param>
/// <param name="Shared">Those that other things may have too: they count only while the contents are like each other, and two readings of one article that race meet in one of them.</param>
/// <param name="Claimed">Own names of the articles that this one claims to be: looked up while the contents are like each other, and never taken.</param>
/// <param name="Fetched">The one of <paramref name="Own"/> that the content was fetched from; null when there is none.</param>
internal sealed record ArticleKeys(string Name, IReadOnlyList<string> Own, IReadOnlyList<string> Shared, IReadOnlyList<string> Claimed, string? Fetched)
{
    /// <summary>All of them, the doubtful ones first.</summary>
    public IEnumerable<string> All => [.. Doubtful, .. Own];

    /// <summary>Those that the article is known by from now on.</summary>
    public IEnumerable<string> Taken => [.. Shared, .. Own];

    /// <summary>Those that count only while the contents are like each other.</summary>
    public IEnumerable<string> Doubtful => [.. Shared, .. Claimed];

    /// <summary>
    /// Own: publisher id, fetched address, the canonical address of what was not fetched, and for a text that has none of them its source and content.
    /// Shared: what those addresses are folded, the article's number in them, and the id that a feed gives it. Claimed: the canonical address.
    /// </summary>
    public static ArticleKeys Of(ArticleReading reading, string contentHash)
    {
        var claimed = ClaimedAddress(reading);
        var canonical = OfAddress(claimed);
        var fetched = OfAddress(reading.FetchedUrl);
        var published = reading is { PublisherId: { Length: > 0 } id, IdScope: { Length: > 0 } scope } ? Bounded($"id:{scope}/{id}") : null;
        var own = Present(published, fetched ?? canonical);
        if (own.Count == 0)
        {
            var text = $"text:{reading.Source.Id}/{contentHash}";
            return new ArticleKeys(text, [text], [], [], Fetched: null);
        }

        var shared = Present(HintOf(reading), Numbered(claimed), Numbered(reading.FetchedUrl), FoldOf(claimed), FoldOf(reading.FetchedUrl));
        return new ArticleKeys(own[0], own, shared, [.. Present(canonical, PlainOf(claimed), PlainOf(reading.FetchedUrl)).Except(own)], fetched);
    }

    /// <summary>The same without doubtful ones that proved false.</summary>
    public ArticleKeys Without(IReadOnlySet<string> untrue) => this with { Shared = [.. Shared.Where(key => !untrue.Contains(key))], Claimed = [.. Claimed.Where(key => !untrue.Contains(key))] };

    /// <summary>The keys that stand for the address which the reading claims, the surest first; none when it claims none.</summary>
    public static IReadOnlyList<string> OfClaimedAddress(ArticleReading reading) =>
        ClaimedAddress(reading) is { } claimed ? Present(OfAddress(claimed), PlainOf(claimed), FoldOf(claimed)) : [];

    /// <summary>The own key of what is read at an address; null for what is no web address.</summary>
    public static string? OfAddress(Uri? address) => UrlKey.Of(address) is { } key ? "url:" + key : null;

    /// <summary>
    /// The key that all prints of an address share. It is nobody's own: a page that claims an address must not take it from the page that is read there.
    /// </summary>
    public static string? FoldOf(Uri? address) => AddressFold.KeyOf(address) is { } key ? Bounded("as:" + key) : null;

    /// <summary>The address that the page claims for itself, if it may; null otherwise.</summary>
    public static Uri? ClaimedAddress(ArticleReading reading) =>
        Uri.TryCreate(reading.Article.CanonicalUrl, UriKind.Absolute, out var canonical) && UrlKey.IsTrustedCanonical(canonical, reading.FetchedUrl)
            ? canonical
            : null;

    /// <summary>An article's id: 32 hex digits, the hash of its first key.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    private static List<string> Present(params ReadOnlySpan<string?> keys)
    {
        var present = new List<string>(keys.Length);
        foreach (var key in keys)
        {
            if (key is not null && !present.Contains(key, StringComparer.Ordinal))
                present.Add(key);
        }

        return present;
    }

    // Stores of earlier versions know an article's prints by the plain one's address.
    private static string? PlainOf(Uri? address) => AddressFold.KeyOf(address) is { } key ? "url:" + key : null;

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
