using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>A story's id is a hash of its first article's: every decider that opens it gives it the same name.</summary>
internal static class StoryIds
{
    private const int Bytes = 16;

    public static string For(string firstArticleId, int attempt = 1) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"story:{firstArticleId}{(attempt == 1 ? "" : $":{attempt}")}")).AsSpan(0, Bytes));
}
