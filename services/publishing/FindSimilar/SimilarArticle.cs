using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.FindSimilar;

/// <summary>An article that resembles another.</summary>
/// <param name="Article">Its head.</param>
/// <param name="Score">How much, 0 to 1.</param>
/// <param name="Because">What they share.</param>
internal sealed record SimilarArticle(StoryArticleResource Article, double Score, SimilarReasons Because);

/// <summary>What two articles share.</summary>
/// <param name="SameStory">True when they stand in one story.</param>
/// <param name="SameText">True when one tells the other again, or both the same third.</param>
/// <param name="Entities">Persons, organisations and places named in both.</param>
/// <param name="Phrases">Key phrases of the one whose words stand in the other.</param>
internal sealed record SimilarReasons(bool SameStory, bool SameText, IReadOnlyList<string> Entities, IReadOnlyList<string> Phrases);
