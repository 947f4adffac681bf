namespace NewsPlatform.Enrichment.AssignStory.Regrouping;

/// <summary>Finds stories told in other languages only, by the names and figures that they share with an article.</summary>
internal sealed class StoriesAbroad(StoryIndex index, StoryGroupingOptions options)
{
    // Figures alone may agree by chance.
    private const int NamesShared = 2;

    private const int SharedTermsKept = 8;

    /// <summary>Those that share enough, most similar first. A story with a member in the article's own language is none: there its words decide.</summary>
    /// <param name="names">Names and figures of the article.</param>
    /// <param name="language">Its language.</param>
    /// <param name="eligible">Which stories may be asked about.</param>
    public IReadOnlyList<StoryAbroad> Near(StoryVector names, string language, Func<string, bool> eligible)
    {
        var own = index.Language(language);
        var any = index.Language(StoryLinks.AnyLanguage);
        var question = any.Ask(names);
        return
        [
            .. any.Candidates(names, options, storyId => !own.Holds(storyId) && eligible(storyId))
                .Select(storyId => (StoryId: storyId, Similarity: any.Similarity(question, storyId)))
                .Where(story => story.Similarity >= options.CrossLanguageThresholdOf(any.Members(story.StoryId)))
                .Select(story => new StoryAbroad(story.StoryId, story.Similarity, any.Shared(names, story.StoryId, SharedTermsKept)))
                .Where(story => story.Shared.Count >= options.CrossLanguageShared && story.Shared.Count(term => !char.IsAsciiDigit(term[0])) >= NamesShared)
                .OrderByDescending(story => story.Similarity).ThenBy(story => story.StoryId, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A story told in other languages than an article.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Similarity">Mean cosine of names and figures, 0 to 1.</param>
/// <param name="Shared">What carries it, strongest first.</param>
internal sealed record StoryAbroad(string StoryId, double Similarity, IReadOnlyList<string> Shared);
