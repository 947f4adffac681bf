using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>What a list holds that the last poll did not see.</summary>
/// <param name="News">New and changed items, the oldest first as lists go: the last ones first.</param>
/// <param name="Seen">What the next poll compares with.</param>
internal sealed record ListDifference(IReadOnlyList<FeedItem> News, IReadOnlyDictionary<string, string> Seen)
{
    public static ListDifference Of(IReadOnlyList<FeedItem> items, IReadOnlyDictionary<string, string> seenBefore)
    {
        var seen = new Dictionary<string, string>(items.Count, StringComparer.Ordinal);
        var news = new List<FeedItem>();
        foreach (var item in items)
        {
            var hash = HashOf(item);
            if (!seen.TryAdd(item.Id, hash))
                continue;

            if (!seenBefore.TryGetValue(item.Id, out var before) || !string.Equals(before, hash, StringComparison.Ordinal))
                news.Add(item);
        }

        news.Reverse();
        return new ListDifference(news, seen);
    }

    /// <summary>Hash of a whole document.</summary>
    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body))[..32];

    // Without the publication time: listings print it relative to now.
    private static string HashOf(FeedItem item)
    {
        var updated = item.UpdatedAt?.ToUniversalTime().ToString("O");
        var fields = string.Join('\u001f', item.Link, item.Title, item.Summary, updated, item.ContentHtml);
        return HashOf(Encoding.UTF8.GetBytes(fields));
    }
}
