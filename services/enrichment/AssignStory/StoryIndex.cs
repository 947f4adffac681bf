using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.AssignStory.Snapshots;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What the story log says, in memory. Every change can be taken back exactly (<see cref="UndoJournal"/>).</summary>
/// <param name="countedArticles">Newest articles of a language by which it is told how common a term is.</param>
internal sealed class StoryIndex(int countedArticles)
{
    /// <summary>The language under which names and figures of all languages meet.</summary>
    public const string AnyLanguage = "*";

    private readonly Dictionary<string, ArticleState> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LanguageIndex> _languages = new(StringComparer.Ordinal);
    private readonly OpenStories _open = new();
    private readonly List<string> _closed = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Closed stories, packed, that nobody has asked for since: they stand here only.</summary>
    public ClosedStories ClosedBefore { get; } = new();

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

    /// <summary>Every story's version.</summary>
    public IEnumerable<(string StoryId, long Version)> Versions => _stories.Values.Select(story => (story.Id, story.Version)).Concat(ClosedBefore.Versions());

    public IEnumerable<ArticleState> OpenMembers => _stories.Values.Where(story => !story.Closed).SelectMany(story => story.Members).Select(id => _articles[id]);

    public IReadOnlyCollection<KeyValuePair<string, LanguageIndex>> Languages => _languages;

    /// <summary>True while the heads of a long log are replayed: members are made findable once at its end, most of them never.</summary>
    public bool LinksLater { get; private set; }

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

    public LanguageIndex Language(string language)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_languages, language, out _);
        return index ??= new LanguageIndex(BackgroundTerms.Of(language), countedArticles);
    }

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
        DoLink(article);
        if (Journal.IsRecording)
        {
            Journal.Record(() => DoUnlink(article));
        }
    }

    public void Unlink(ArticleState article)
    {
        DoUnlink(article);
        if (Journal.IsRecording)
        {
            Journal.Record(() => DoLink(article));
        }
    }

    /// <summary>Unlinks every member of a story at once.</summary>
    public void Unlink(string storyId, IReadOnlyList<ArticleState> members)
    {
        DoUnlink(storyId, members);
        if (Journal.IsRecording)
        {
            Journal.Record(() =>
            {
                foreach (var member in members)
                {
                    DoLink(member);
                }
            });
        }
    }

    /// <summary>From here on nothing is found until <see cref="LinkOpen"/>.</summary>
    public void LinkLater()
    {
        if (_articles.Count == 0)
        {
            LinksLater = true;
        }
    }

    /// <summary>Makes the members of open stories findable, in the order in which they joined.</summary>
    public void LinkOpen()
    {
        if (!LinksLater)
        {
            return;
        }

        LinksLater = false;

        var stories = _stories.Values.Where(story => !story.Closed).Select(MembersOf).ToList();
        if (stories.SelectMany(members => members).FirstOrDefault(article => article is { TermsAt: > 0, Vector: null }) is { } missing)
        {
            throw new InvalidOperationException($"What article {missing.ArticleId} is compared by is missing: supply it before the replay is ended.");
        }

        // Neither looks at the other.
        Parallel.Invoke(
            () => stories.ForEach(LinkTerms),
            () =>
            {
                // Stable: articles that one entry moved together keep their order in the story.
                var linked = stories.SelectMany(members => members).Where(IsLinked).OrderBy(article => article.Position).ToList();
                Duplicates.MakeRoom(linked.Count);
                linked.ForEach(article => Duplicates.Add(article.ArticleId, article.Fingerprint));
            });
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
        [.. _languages.Select(pair => pair.Value.Copy(pair.Key))]);

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

    private void DoLink(ArticleState article)
    {
        if (!LinksLater && article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Add(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Add(story, names);
            }

            Duplicates.Add(article.ArticleId, article.Fingerprint);
        }
    }

    private static bool IsLinked(ArticleState article) => article is { Vector: not null, StoryId: not null };

    // All members at once: what they add up to is made in one piece.
    private void LinkTerms(List<ArticleState> members)
    {
        foreach (var inLanguage in members.Where(IsLinked).GroupBy(member => member.Language, StringComparer.Ordinal))
        {
            Language(inLanguage.Key).Add(members[0].StoryId!, [.. inLanguage.Select(member => member.Vector!)]);
        }

        var names = members.Where(IsLinked).Select(member => member.CrossLanguage).OfType<TermWeights>().ToList();
        if (names.Count > 0)
        {
            Language(AnyLanguage).Add(members[0].StoryId!, names);
        }
    }

    private void DoUnlink(ArticleState article)
    {
        if (!LinksLater && article is { Vector: { } vector, StoryId: { } story })
        {
            Language(article.Language).Remove(story, vector);
            if (article.CrossLanguage is { } names)
            {
                Language(AnyLanguage).Remove(story, names);
            }

            Duplicates.Remove(article.ArticleId);
        }
    }

    private void DoUnlink(string storyId, IReadOnlyList<ArticleState> members)
    {
        if (LinksLater)
        {
            return;
        }

        Language(AnyLanguage).Drop(storyId);
        foreach (var member in members.Where(member => member.Vector is not null))
        {
            Language(member.Language).Drop(storyId);
            Duplicates.Remove(member.ArticleId);
        }
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
