namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>The index at one position. Its records never change, so it is read while the index goes on.</summary>
internal sealed record StoryIndexCopy(
    long Next,
    long ResumedAt,
    DateTimeOffset Clock,
    IReadOnlyList<StoryState> Stories,
    IReadOnlyDictionary<string, ArticleState> Articles,
    ClosedCopy ClosedBefore,
    IReadOnlyList<LanguageCopy> Languages);

/// <summary>The entries of a language's articles by which it is told how common a term is, the oldest first.</summary>
internal sealed record LanguageCopy(string Language, long[] Counted);
