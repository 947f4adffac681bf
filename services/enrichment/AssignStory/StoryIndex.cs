using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.AssignStory.Snapshots;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What the story log says, in memory. Every change can be taken back exactly (<see cref="UndoJournal"/>).</summary>
/// <param name="countedArticles">Newest articles of a language by which it is told how common a term is.</param>
internal sealed class StoryIndex(int countedArticles)
{
    private readonly Dictionary<string, ArticleState> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly StoryLinks _links = new(countedArticles);
    private readonly OpenStories _open = new();
    private readonly List<string> _closed = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Closed stories, packed, that nobody has asked for since: they stand here only.</summary>
    public ClosedStories ClosedBefore { get; } = new();

    public UndoJournal Journal { get; } = new();

    public NearDuplicateIndex Duplicates => _links.Duplicates;

    /// <summary>Stories that entries touched and nobody has asked for yet.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Position of the next entry.</summary>
    public long Next { get; private set; } = 1;

    /// <summary>Where the log went on after its last restore: what was decided before counts as decided there. 0 = never restored.</summary>
    public long ResumedAt { get; private set; }

    /// <summary>The latest intake time seen; the clock by which stories close, the same in every replay.</summary>
    public DateTimeOffset Clock { get; private set; }

    /// <summary>Every story's version.</summary>
    public IEnumerable<(string StoryId, long Version)> Versions => _stories.Values.Select(story => (story.Id, story.Version)).Concat(ClosedBefore.Versions());

    public IEnumerable<ArticleState> OpenMembers => _stories.Values.Where(story => !story.Closed).SelectMany(story => story.Members).Select(id => _articles[id]);

    public IReadOnlyCollection<KeyValuePair<string, LanguageIndex>> Languages => _links.Languages;

    /// <summary>See <see cref="StoryLinks.ArePutOff"/>.</summary>
    public bool LinksLater => _links.ArePutOff;

    public ArticleState? Article(string id) =>
        _articles.TryGetValue(id, out var article) || !TakeIn(ClosedBefore.TakeStoryOf(id, this)) ? article : _articles[id];

    public StoryState? Story(string id) =>
        _stories.TryGetValue(id, out var story) || !TakeIn(ClosedBefore.TakeStory(id, this)) ? story : _stories[id];

    /// <summary>An id for a story that begins with the article, which no story has had.</summary>
    public string FreeStoryId(string articleId)
    {
        var attempt = 1;
        while (Story(StoryIds.For(articleId, attempt)) is not null)
        {
            attempt++;
        }

        return StoryIds.For(articleId, attempt);
    }

    public LanguageIndex Language(string language) => _links.Language(language);

    /// <summary>The same word as one object, of the few that all articles share: languages and sources.</summary>
    public string Shared(string word)
    {
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _);
        return shared ??= word;
    }

    /// <summary>The story that has been open longest without a new article, if its last came before a time; else null.</summary>
    public StoryState? Stalest(DateTimeOffset before) => _open.Stalest(_stories, before);

    public void Advance(long position, DateTimeOffset seenAt)
    {
        if (Journal.IsRecording)
        {
            RecordPlace(Next, Clock);
        }

        Next = position + 1;
        Clock = seenAt > Clock ? seenAt : Clock;
    }

    public void Resume(long position)
    {
        var before = ResumedAt;
        ResumedAt = position;
        Journal.Record(() => ResumedAt = before);
    }

    public void Put(ArticleState article)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_articles, article.ArticleId, out _);
        if (Journal.IsRecording)
        {
            RecordArticle(article.ArticleId, state);
        }

        state = article;
    }

    public void Put(StoryState story)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_stories, story.Id, out _);
        var before = state;
        if (Journal.IsRecording)
        {
            RecordStory(story, before);
        }

        state = story;
        _open.Schedule(before, story);
    }

    /// <summary>Closes a story: what its members are compared by is dropped, and the rest packed as soon as it cannot be taken back.</summary>
    public void Close(StoryState story)
    {
        var members = MembersOf(story);
        Unlink(story.Id, members);
        var closed = story with { Closed = true };
        if (!Journal.IsRecording && TryPack(closed, members))
        {
            return;
        }

        members.ForEach(member => Put(member.Closed()));
        Put(closed);
        _closed.Add(story.Id);
    }

    /// <summary>A trial is over: packs the stories that it has closed.</summary>
    public void PackClosed()
    {
        foreach (var id in _closed)
        {
            if (_stories.TryGetValue(id, out var story) && story.Closed)
            {
                TryPack(story, MembersOf(story));
            }
        }

        _closed.Clear();
    }

    /// <summary>An entry touched a story. Of a replay nobody asks: its end tells of all stories.</summary>
    public void Touch(string storyId)
    {
        if (!LinksLater)
        {
            Touched.Add(storyId);
        }
    }

    /// <summary>Counts a new article's terms.</summary>
    public void Count(LanguageIndex language, CountedArticle article)
    {
        var displaced = language.Count(article);
        if (Journal.IsRecording)
        {
            RecordCount(language, displaced);
        }
    }

    /// <summary>Makes a member findable: by its terms under its story, and by its text.</summary>
    public void Link(ArticleState article)
    {
        _links.Add(article);
        if (Journal.IsRecording)
        {
            Journal.Record(() => _links.Remove(article));
        }
    }

    public void Unlink(ArticleState article)
    {
        _links.Remove(article);
        if (Journal.IsRecording)
        {
            Journal.Record(() => _links.Add(article));
        }
    }

    /// <summary>Unlinks every member of a story at once.</summary>
    public void Unlink(string storyId, IReadOnlyList<ArticleState> members)
    {
        _links.Remove(storyId, members);
        if (Journal.IsRecording)
        {
            Journal.Record(() =>
            {
                foreach (var member in members)
                {
                    _links.Add(member);
                }
            });
        }
    }

    /// <summary>From here on nothing is found until <see cref="LinkOpen"/>.</summary>
    public void LinkLater()
    {
        if (_articles.Count == 0)
        {
            _links.PutOff();
        }
    }

    /// <summary>Makes the members of open stories findable, in the order in which they joined.</summary>
    public void LinkOpen()
    {
        if (_links.ArePutOff)
        {
            _links.MakeUpFor([.. _stories.Values.Where(story => !story.Closed).Select(MembersOf)]);
        }
    }

    /// <summary>What a snapshot says of its own place in the log.</summary>
    public void StandAt(long next, long resumedAt, DateTimeOffset clock) => (Next, ResumedAt, Clock) = (next, resumedAt, clock);

    /// <summary>The index as it is now, for reading beside its further changes; not during a trial.</summary>
    public StoryIndexCopy Copy() => new(
        Next,
        ResumedAt,
        Clock,
        [.. _stories.Values],
        new Dictionary<string, ArticleState>(_articles, StringComparer.Ordinal),
        ClosedBefore.Copy(),
        [.. _links.Languages.Select(pair => pair.Value.Copy(pair.Key))]);

    private bool TryPack(StoryState story, List<ArticleState> members)
    {
        if (!ClosedBefore.TryAdd(story, members))
        {
            return false;
        }

        _stories.Remove(story.Id);
        members.ForEach(member => _articles.Remove(member.ArticleId));
        return true;
    }

    // By places: most have one or two members, and walking along an immutable list costs more than that.
    private List<ArticleState> MembersOf(StoryState story)
    {
        var members = new List<ArticleState>(story.Members.Count);
        for (var i = 0; i < story.Members.Count; i++)
        {
            members.Add(_articles[story.Members[i]]);
        }

        return members;
    }

    // No change of what is known: nothing to take back.
    private bool TakeIn(ClosedStory? closed)
    {
        if (closed is not null)
        {
            _stories.Add(closed.Story.Id, closed.Story);
            closed.Members.ForEach(member => _articles.Add(member.ArticleId, member));
        }

        return closed is not null;
    }

    // Apart from their callers, which run a million times with nothing to record: a closure is made where its method begins.
    private void RecordPlace(long next, DateTimeOffset clock) => Journal.Record(() => (Next, Clock) = (next, clock));

    private void RecordCount(LanguageIndex language, CountedArticle? displaced) => Journal.Record(() => language.TakeBack(displaced));

    private void RecordArticle(string id, ArticleState? before) => Journal.Record(() => Restore(_articles, id, before));

    private void RecordStory(StoryState story, StoryState? before) => Journal.Record(() =>
    {
        Restore(_stories, story.Id, before);
        _open.Schedule(story, before);
    });

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
