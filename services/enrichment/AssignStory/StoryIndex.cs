using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What the story log says, in memory. Every change can be taken back exactly (<see cref="UndoJournal"/>).</summary>
internal sealed class StoryIndex
{
    /// <summary>The language under which names and figures of all languages meet.</summary>
    public const string AnyLanguage = "*";

    private readonly Dictionary<string, ArticleState> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LanguageIndex> _languages = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset LastSeenAt, string StoryId)> _open = [];

    public UndoJournal Journal { get; } = new();

    public NearDuplicateIndex Duplicates { get; } = new();

    /// <summary>Stories that entries touched and nobody has asked for yet.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Position of the next entry.</summary>
    public long Next { get; private set; } = 1;

    /// <summary>Where the log went on after its last restore: what was decided before counts as decided there. 0 = never restored.</summary>
    public long ResumedAt { get; private set; }

    /// <summary>The latest intake time seen; the clock by which stories close, the same in every replay.</summary>
    public DateTimeOffset Clock { get; private set; }

    public IEnumerable<StoryState> Stories => _stories.Values;

    public ArticleState? Article(string id) => _articles.GetValueOrDefault(id);

    public StoryState? Story(string id) => _stories.GetValueOrDefault(id);

    public LanguageIndex Language(string language)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_languages, language, out _);
        return index ??= new LanguageIndex(BackgroundTerms.Of(language));
    }

    /// <summary>The story that has been open longest without a new article.</summary>
    public StoryState? Stalest => _open.Count == 0 ? null : _stories[_open.Min.StoryId];

    public void Advance(long position, DateTimeOffset seenAt)
    {
        var (next, clock) = (Next, Clock);
        Next = position + 1;
        Clock = seenAt > clock ? seenAt : clock;
        Journal.Record(() => (Next, Clock) = (next, clock));
    }

    public void Resume(long position)
    {
        var before = ResumedAt;
        ResumedAt = position;
        Journal.Record(() => ResumedAt = before);
    }

    public void Put(ArticleState article)
    {
        var before = _articles.GetValueOrDefault(article.ArticleId);
        _articles[article.ArticleId] = article;
        Journal.Record(() => Restore(_articles, article.ArticleId, before));
    }

    public void Put(StoryState story)
    {
        var before = _stories.GetValueOrDefault(story.Id);
        _stories[story.Id] = story;
        Schedule(before, story);
        Journal.Record(() =>
        {
            Restore(_stories, story.Id, before);
            Schedule(story, before);
        });
    }

    public void Count(string language, StoryVector vector)
    {
        var index = Language(language);
        index.Count(vector, 1);
        Journal.Record(() => index.Count(vector, -1));
    }

    /// <summary>Makes a member findable: by its terms under its story, and by its text.</summary>
    public void Link(ArticleState article)
    {
        DoLink(article);
        Journal.Record(() => DoUnlink(article));
    }

    public void Unlink(ArticleState article)
    {
        DoUnlink(article);
        Journal.Record(() => DoLink(article));
    }

    private void DoLink(ArticleState article)
    {
        if (article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Add(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Add(story, names);
            }

            Duplicates.Add(article.ArticleId, article.Fingerprint);
        }
    }

    private void DoUnlink(ArticleState article)
    {
        if (article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Remove(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Remove(story, names);
            }

            Duplicates.Remove(article.ArticleId);
        }
    }

    private void Schedule(StoryState? before, StoryState? after)
    {
        if (before is { Closed: false })
        {
            _open.Remove((before.LastSeenAt, before.Id));
        }

        if (after is { Closed: false })
        {
            _open.Add((after.LastSeenAt, after.Id));
        }
    }

    private static void Restore<T>(Dictionary<string, T> states, string id, T? before) where T : class
    {
        if (before is null)
        {
            states.Remove(id);
        }
        else
        {
            states[id] = before;
        }
    }
}
