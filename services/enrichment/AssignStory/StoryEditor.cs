namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Decides what editors ask for: an entry for the log, or a refusal.</summary>
public sealed class StoryEditor
{
    /// <summary>Articles that editors may have put into one story: its announcement names each of them.</summary>
    public const int MaxMoved = 5_000;

    private readonly StoryIndex _index;

    internal StoryEditor(StoryIndex index) => _index = index;

    /// <summary>Moves every member of <paramref name="from"/> into <paramref name="storyId"/>.</summary>
    public StoryEdit Merge(string storyId, string from, DateTimeOffset at)
    {
        if (storyId == from)
        {
            return StoryEdit.Refused(StoryRefusal.Conflict, $"Story {storyId} cannot be merged with itself: name another story in 'from'.");
        }

        if ((Missing(storyId) ?? Missing(from)) is { } missing)
        {
            return missing;
        }

        var entry = new StoriesMerged { Position = _index.Next, At = at, StoryId = storyId, From = from };
        return _index.Story(from) is { IsEdited: true } done && done.MergedInto == storyId ? StoryEdit.Done(storyId, null)
            : TooMany(storyId, _index.Story(from)!.Members.Count) ?? StoryEdit.Done(storyId, entry);
    }

    /// <summary>Moves articles out of a story into a new one.</summary>
    public StoryEdit Split(string storyId, IReadOnlyList<string> articleIds, DateTimeOffset at)
    {
        if (Missing(storyId) is { } missing)
        {
            return missing;
        }

        var ids = articleIds.Distinct(StringComparer.Ordinal).ToList();
        var members = _index.Story(storyId)!.Members;
        if (ids.Find(id => !members.Contains(id)) is { } stranger)
        {
            return StoryEdit.Refused(StoryRefusal.Conflict, $"Article {stranger} is not in story {storyId}: name only its members in 'articleIds'.");
        }

        if (ids.Count == 0 || ids.Count == members.Count)
        {
            return StoryEdit.Refused(StoryRefusal.Conflict, $"A split of story {storyId} must take some of its {members.Count} articles and leave some: 'articleIds' names {ids.Count}.");
        }

        var newStoryId = _index.FreeStoryId(ids[0]);
        return StoryEdit.Done(newStoryId, new StorySplit { Position = _index.Next, At = at, StoryId = storyId, NewStoryId = newStoryId, ArticleIds = ids });
    }

    /// <summary>Puts one article into a story.</summary>
    public StoryEdit Pin(string storyId, string articleId, DateTimeOffset at)
    {
        if (Missing(storyId) is { } missing)
        {
            return missing;
        }

        var article = _index.Article(articleId);
        if (article?.StoryId is null)
        {
            return StoryEdit.Refused(StoryRefusal.NotFound, $"No article {articleId} is in any story: check the id, or wait until it is grouped.");
        }

        return article.StoryId == storyId && article.PutInto == storyId
            ? StoryEdit.Done(storyId, null)
            : TooMany(storyId, article.StoryId == storyId ? 0 : 1) ?? StoryEdit.Done(storyId, new ArticlePinned { Position = _index.Next, At = at, ArticleId = articleId, StoryId = storyId });
    }

    private StoryEdit? TooMany(string storyId, int more) =>
        _index.Story(storyId)!.Moved.Count + more is var moved && moved > MaxMoved
            ? StoryEdit.Refused(StoryRefusal.Conflict, $"Story {storyId} would hold {moved} articles moved by hand, of {MaxMoved} at most: split the other story and leave the rest where it is.")
            : null;

    private StoryEdit? Missing(string storyId) => _index.Story(storyId) switch
    {
        null => StoryEdit.Refused(StoryRefusal.NotFound, $"There is no story {storyId}: check the id."),
        _ => null,
    };
}

/// <summary>The answer to an editor.</summary>
/// <param name="StoryId">The story that the edit ends in; null when refused.</param>
/// <param name="Entry">To be appended; null when refused or already so.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
/// <param name="Sentence">The refusal in words.</param>
public sealed record StoryEdit(string? StoryId, StoryLogEntry? Entry, StoryRefusal? Refusal, string? Sentence)
{
    internal static StoryEdit Done(string storyId, StoryLogEntry? entry) => new(storyId, entry, null, null);

    internal static StoryEdit Refused(StoryRefusal refusal, string sentence) => new(null, null, refusal, sentence);
}

public enum StoryRefusal
{
    NotFound,
    Conflict,
}
