namespace NewsPlatform.Enrichment.AssignStory.Regrouping;

/// <summary>
/// Looks again at a story that an article has just joined: grouped one by one, articles depend on the order in which they came. What became two things
/// is split, and two stories that turn out to be one are merged; between both thresholds nothing happens, so that stories do not go to and fro. A story
/// that an editor has merged, split or pinned into is left alone for good. At most one entry an article.
/// </summary>
internal sealed class StoryRegrouper(StoryIndex index, StoryGroupingOptions options)
{
    private const int MergesAbroadTried = 3;

    private readonly StoriesAbroad _abroad = new(index, options);

    /// <summary>What follows from an article's joining; null when everything stays.</summary>
    /// <param name="joined">The entry that brought it, applied already.</param>
    /// <param name="near">Other stories that the article is like, most like first.</param>
    /// <param name="at">When it is decided.</param>
    public StoryLogEntry? Decide(ArticleAssigned joined, IReadOnlyList<string> near, DateTimeOffset at)
    {
        var story = index.Story(joined.StoryId)!;
        if (story.IsEdited || story.Closed)
        {
            return null;
        }

        if (Split(story, joined.Language, at) is { } split)
        {
            return split;
        }

        return Merge(story, joined.Language, near, at) ?? MergeAbroad(story, joined, at);
    }

    // By the language of the article that came; members in other languages stay with the larger part.
    private StorySplit? Split(StoryState story, string language, DateTimeOffset at)
    {
        if (story.Members.Count < 3 || story.Members.Count > options.MaxRegrouped)
        {
            return null;
        }

        var members = story.Members.Select(id => index.Article(id)!).Where(member => member.Language == language && member.Vector is not null).ToList();
        if (members.Count < 3)
        {
            return null;
        }

        var (similarity, smaller) = AverageLink.Weakest([.. members.Select(member => member.Vector!)]);
        if (similarity >= options.ThresholdOf(language) - options.SplitMargin)
        {
            return null;
        }

        List<string> leaving = [.. smaller.Select(place => members[place].ArticleId)];
        return new StorySplit { Position = index.Next, At = at, StoryId = story.Id, NewStoryId = index.FreeStoryId(leaving[0]), ArticleIds = leaving, Automatic = true, Score = similarity };
    }

    private StoriesMerged? Merge(StoryState story, string language, IReadOnlyList<string> near, DateTimeOffset at)
    {
        var words = index.Language(language);
        var best = near.Select(index.Story).OfType<StoryState>().Where(other => IsFree(story, other) && words.Holds(other.Id))
            .Select(other => (Other: other, Similarity: words.Similarity(story.Id, other.Id)))
            .OrderByDescending(pair => pair.Similarity).FirstOrDefault();
        return best.Other is not null && best.Similarity >= options.ThresholdOf(language) + options.MergeMargin ? Merged(story, best.Other, best.Similarity, at) : null;
    }

    // Two stories without a language in common.
    private StoriesMerged? MergeAbroad(StoryState story, ArticleAssigned joined, DateTimeOffset at)
    {
        if (joined.Compared.CrossLanguage is not { } names || names.Weights.Count < options.CrossLanguageShared)
        {
            return null;
        }

        var any = index.Language(StoryLinks.AnyLanguage);
        var languages = LanguagesOf(story);
        foreach (var abroad in _abroad.Near(names, joined.Language, storyId => IsFree(story, index.Story(storyId)!)).Take(MergesAbroadTried))
        {
            var (other, similarity) = (index.Story(abroad.StoryId)!, any.Similarity(story.Id, abroad.StoryId));
            if (similarity >= options.CrossLanguageThreshold + options.MergeMargin && !LanguagesOf(other).Overlaps(languages))
            {
                return Merged(story, other, similarity, at);
            }
        }

        return null;
    }

    private HashSet<string> LanguagesOf(StoryState story) => story.Members.Select(id => index.Article(id)!.Language).ToHashSet(StringComparer.Ordinal);

    private bool IsFree(StoryState story, StoryState other) =>
        other.Id != story.Id && !other.IsEdited && !other.Closed && other.Members.Count > 0
        && Math.Min(other.Members.Count, story.Members.Count) <= options.MaxRegrouped
        && other.From - options.Window <= story.To && story.From - options.Window <= other.To;

    // The larger one keeps its id, of two as large the older.
    private StoriesMerged? Merged(StoryState first, StoryState second, double similarity, DateTimeOffset at)
    {
        var (into, from) = (second.Members.Count, first.FirstSeenAt, first.Id).CompareTo((first.Members.Count, second.FirstSeenAt, second.Id)) > 0 ? (second, first) : (first, second);
        return into.Moved.Count + from.Members.Count > StoryEditor.MaxMoved ? null
            : new StoriesMerged { Position = index.Next, At = at, StoryId = into.Id, From = from.Id, Automatic = true, Score = similarity };
    }
}
