using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Tells an edited article from another one that claims the same address.</summary>
internal static class ContentLikeness
{
    // An edit keeps most words; two articles of one site share function words and little else (about a sixth).
    private const double SharedWords = 0.4;

    public static bool IsSameArticle(ArticleContent stored, string title, IReadOnlyList<ArticleBlock> body)
    {
        if (string.Equals(stored.Title.Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase))
            return true;

        var before = Words(stored.Body);
        var now = Words(body);
        var shared = before.Count(now.Contains);
        var smaller = Math.Min(before.Count, now.Count);

        return smaller > 0 && shared >= SharedWords * smaller;
    }

    private static HashSet<string> Words(IReadOnlyList<ArticleBlock> body) =>
        [.. body.SelectMany(block => block.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(word => word.ToLowerInvariant())];
}
