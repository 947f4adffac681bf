using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory.Regrouping;

/// <summary>Articles that are nothing but a set of rare words, one a letter: what they share is what the letters share.</summary>
internal static class AWording
{
    public static StoryCandidate Of(string id, string letters, string language = "en", TimeSpan? later = null) => new()
    {
        ArticleId = id,
        Revision = 1,
        Language = language,
        Title = id,
        PublishedAt = ACandidate.Morning + (later ?? TimeSpan.Zero),
        SeenAt = ACandidate.Morning + (later ?? TimeSpan.Zero),
        Terms = [.. letters.Select(letter => new WeightedTerm($"qx{letter}{letter}z", 1))],
    };
}
