namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>The index at one position. Its records never change, so it is read while the index goes on.</summary>
internal sealed record StoryIndexCopy(
    long Next,
    long ResumedAt,
    DateTimeOffset Clock,
    IReadOnlyList<StoryState> Stories,
    IReadOnlyDictionary<string, ArticleState> Articles,
    IReadOnlyList<LanguageCopy> Languages);

/// <summary>A language's terms in the order of their numbers, and how many articles held each.</summary>
internal sealed record LanguageCopy(string Language, int Articles, string[] Terms, int[] Counts);
