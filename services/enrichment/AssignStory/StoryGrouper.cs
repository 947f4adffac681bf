using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AssignStory.Regrouping;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Groups articles into stories as they come. Decides on what the log says so far (<see cref="Decide"/>) and learns only from the
/// log (<see cref="Apply"/>), so that every process that reads the same log decides alike. Not thread-safe: one decider owns it.
/// </summary>
public sealed class StoryGrouper
{
    private const int SharedTermsKept = 8;

    // Of those that look alike by their signatures, the most alike.
    private const int DuplicatesVerified = 8;

    // Stories that an article may bridge to the one it joins: half as like it as members must be, so that what it changes is noticed.
    private const int NearStories = 3;
    private const double NearShare = 0.5;

    // A page dated later than it was seen tells the time wrong.
    private static readonly TimeSpan BelievableLead = TimeSpan.FromHours(12);

    private readonly StoryGroupingOptions _options;
    private StoryIndex _index;
    private StoryReplay _replay;
    private StoryRegrouper _regrouper;
    private StoriesAbroad _abroad;

    public StoryGrouper(StoryGroupingOptions options)
    {
        _options = options;
        Use(new StoryIndex(options.CountedArticles));
    }

    /// <summary>Position that the next entry must have.</summary>
    public long Next => _index.Next;

    /// <summary>Decides editors' commands.</summary>
    public StoryEditor Editor { get; private set; }

    /// <summary>The settings: what a log comes to depends on some of them.</summary>
    internal StoryGroupingOptions Options => _options;

    /// <summary>Where the article belongs; changes nothing.</summary>
    /// <param name="candidate">The article.</param>
    /// <param name="at">When it is decided; goes into the entry.</param>
    public StoryDecision Decide(StoryCandidate candidate, DateTimeOffset at)
    {
        if (_index.LinksLater)
        {
            throw new InvalidOperationException("Nothing can be decided while the story log is replayed: end the replay first.");
        }

        var known = _index.Article(candidate.ArticleId);
        if (known is { StoryId: null } && known.Revision >= candidate.Revision)
        {
            return new StoryDecision(StoryOutcome.Superseded, null, Standing(known.Position), known.DecidedAt, null, null);
        }

        if (known is not null && known.Revision >= candidate.Revision)
        {
            return new StoryDecision(StoryOutcome.Known, known.StoryId, Standing(known.Position), known.DecidedAt, known.Repeats, null) { IsLate = known.IsLate };
        }

        var vector = Weigh(candidate);
        var names = WeighNames(candidate);
        var time = candidate.PublishedAt is { } published && published <= candidate.SeenAt + BelievableLead ? published : candidate.SeenAt;
        var match = known?.StoryId is { } stays
            ? new Match(JoinReasons.Revision, stays, 1, [], known.Repeats)
            : Put(known) ?? Duplicate(candidate, time) ?? Nearest(candidate, vector, time) ?? Abroad(candidate, names, time);
        var storyId = match?.StoryId ?? Opened(candidate.ArticleId);
        var isLate = known?.StoryId is null ? match is not null && _index.Story(storyId)!.To - time > TimeSpan.FromHours(_options.LateHours) : known.IsLate;
        var entry = new ArticleAssigned
        {
            Position = Next,
            At = at,
            ArticleId = candidate.ArticleId,
            Revision = candidate.Revision,
            StoryId = storyId,
            Language = candidate.Language,
            Title = candidate.Title,
            Time = time,
            SeenAt = candidate.SeenAt,
            Score = match?.Score ?? 0,
            Reason = match?.Reason ?? JoinReasons.Opened,
            DuplicateOf = match?.Repeats?.Of,
            DuplicateKind = match?.Repeats?.Kind,
            DuplicateShare = match?.Repeats?.Share,
            IsLate = isLate,
            EmbargoedUntil = candidate.EmbargoedUntil,
            Source = candidate.Source,
            Terms = Compared(candidate, vector, names, match?.Shared ?? []),
        };
        return new StoryDecision(match is null ? StoryOutcome.Opened : StoryOutcome.Joined, storyId, entry.Position, at, entry.Repeats, entry) { IsLate = isLate, Near = match?.Near ?? [] };
    }

    /// <summary>What an article's joining brings about among the stories: a merge or a split for the log; null when they stay.</summary>
    /// <param name="decision">The decision, whose entry is applied.</param>
    /// <param name="at">When it is decided; goes into the entry.</param>
    public StoryLogEntry? Regroup(StoryDecision decision, DateTimeOffset at) =>
        decision.Entry is ArticleAssigned { Reason: JoinReasons.Words or JoinReasons.Names or JoinReasons.SameText } joined ? _regrouper.Decide(joined, decision.Near, at) : null;

    /// <summary>The article's story as the log left it; null when it is in none.</summary>
    public string? StoryOf(string articleId) => _index.Article(articleId)?.StoryId;

    /// <summary>Takes a withdrawn article out of its story; known already when this or a newer revision was decided.</summary>
    public StoryDecision Withdraw(string articleId, long revision, DateTimeOffset at)
    {
        var known = _index.Article(articleId);
        return known is not null && known.Revision >= revision
            ? new StoryDecision(StoryOutcome.Known, known.StoryId, Standing(known.Position), known.DecidedAt, known.Repeats, null)
            : new StoryDecision(StoryOutcome.Removed, known?.StoryId, Next, at, null, new ArticleRemoved { Position = Next, At = at, ArticleId = articleId, Revision = revision });
    }

    /// <summary>Learns the next entry of the log.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one.</exception>
    public void Apply(StoryLogEntry entry) => _replay.Apply(entry);

    /// <summary>From here on, on an empty index, heads of entries are applied and nothing is decided; until <see cref="MissingTerms"/> were supplied and <see cref="EndReplay"/>.</summary>
    public void BeginReplay() => _index.LinkLater();

    /// <summary>What heads of entries left out and decisions need.</summary>
    internal MissingTerms MissingTerms() => new(_index);

    /// <summary>The index as it is now; not during a trial.</summary>
    internal StoryIndexCopy Copy() => _index.Copy();

    /// <summary>Goes on from an index that was put together from a snapshot.</summary>
    [MemberNotNull(nameof(_index), nameof(_replay), nameof(_regrouper), nameof(_abroad), nameof(Editor))]
    internal void Use(StoryIndex index)
    {
        _index = index;
        _replay = new StoryReplay(index, _options.Window);
        _regrouper = new StoryRegrouper(index, _options);
        _abroad = new StoriesAbroad(index, _options);
        Editor = new StoryEditor(index);
    }

    /// <summary>The log's end is reached: from here on there may be decisions.</summary>
    public void EndReplay() => _index.LinkOpen();

    /// <summary>From here on, what is applied is a trial until <see cref="KeepTrial"/> or <see cref="TakeBackTrial"/>.</summary>
    public void BeginTrial() => _index.Journal.Begin();

    /// <summary>The entries tried are in the log now.</summary>
    public void KeepTrial()
    {
        _index.Journal.Keep();
        _index.PackClosed();
    }

    /// <summary>The entries tried did not get into the log: the index is again what it was.</summary>
    public void TakeBackTrial()
    {
        _index.Journal.TakeBack();
        _index.PackClosed();
        _index.Touched.Clear();
    }

    /// <summary>The stories that entries touched since this was last asked.</summary>
    public IReadOnlyList<StorySnapshot> TakeTouched()
    {
        var touched = _index.Touched.Select(id => Snapshot(_index.Story(id)!)).ToList();
        _index.Touched.Clear();
        return touched;
    }

    /// <summary>Nobody need be told of what was touched so far.</summary>
    public void ForgetTouched() => _index.Touched.Clear();

    /// <summary>The story as the log left it; null when unknown.</summary>
    public StorySnapshot? Snapshot(string storyId) => _index.Story(storyId) is { } story ? Snapshot(story) : null;

    /// <summary>The entry that brought a member into its story; null when the article is not in that story.</summary>
    public long? JoinedAt(string storyId, string articleId) =>
        _index.Article(articleId) is { StoryId: { } story } article && story == storyId ? article.JoinedAt : null;

    /// <summary>Every story's version.</summary>
    public IEnumerable<(string StoryId, long Version)> Versions() => _index.Versions.Select(story => (story.StoryId, Standing(story.Version)));

    // What a decision's position is worth to others since the last restore.
    private long Standing(long position) => Math.Max(position, _index.ResumedAt);

    private StorySnapshot Snapshot(StoryState story) =>
        new(story.Id, Standing(story.Version), story.Title, story.Language, story.Members, Moved(story), story.MergedInto, story.SplitFrom, story.FirstSeenAt, story.ChangedAt);

    // An editor's command that a restore lost may have moved any article that was decided before it.
    private ImmutableHashSet<string> Moved(StoryState story) =>
        _index.ResumedAt == 0 ? story.Moved : [.. story.Moved.Union(story.Members.Where(id => _index.Article(id)!.Position < _index.ResumedAt)).Take(StoryEditor.MaxMoved)];

    private StoryVector Weigh(StoryCandidate candidate)
    {
        var language = _index.Language(candidate.Language);
        var title = SearchText.IndexTerms(candidate.Title, candidate.Language).ToHashSet(StringComparer.Ordinal);
        var places = Terms(candidate.PlaceNames);
        var names = Terms(candidate.EntityNames);
        var weights = candidate.Terms.DistinctBy(term => term.Term).ToDictionary(term => term.Term, term => term.Weight, StringComparer.Ordinal);
        return StoryVector.Of(weights.Keys, Weight, _options.ComparedTerms);

        HashSet<string> Terms(IEnumerable<string> words) =>
            words.SelectMany(word => SearchText.IndexTerms(word, candidate.Language)).ToHashSet(StringComparer.Ordinal);

        double Weight(string term) =>
            weights[term] * language.Rarity(term)
            * (title.Contains(term) ? _options.TitleFactor : 1)
            * (places.Contains(term) ? _options.PlaceFactor : names.Contains(term) ? _options.EntityFactor : 1)
            * (char.IsAsciiDigit(term[0]) ? _options.NumberFactor : 1);
    }

    private StoryVector WeighNames(StoryCandidate candidate) =>
        StoryVector.Of(CrossLanguageTerms.Of(candidate), _index.Language(StoryLinks.AnyLanguage).Rarity, _options.ComparedTerms);

    // What an editor decided holds over a withdrawal, wherever the story went meanwhile.
    private Match? Put(ArticleState? known)
    {
        var storyId = known?.PutInto;
        while (storyId is not null && _index.Story(storyId)?.MergedInto is { } into)
        {
            storyId = into;
        }

        return storyId is null || _index.Story(storyId) is null ? null : new Match(JoinReasons.Pinned, storyId, 1, [], null);
    }

    private Match? Duplicate(StoryCandidate candidate, DateTimeOffset time)
    {
        foreach (var (articleId, estimate) in _index.Duplicates.Near(candidate.Fingerprint).Take(DuplicatesVerified))
        {
            var article = _index.Article(articleId)!;
            if (article.Language == candidate.Language && Meets(article.StoryId!, time) && Judge(candidate, article, estimate) is { } repeats)
            {
                return new Match(JoinReasons.SameText, article.StoryId!, estimate, [], First(candidate, article) ?? repeats);
            }
        }

        return null;
    }

    // An article decided by an older version left its signature only: the estimate must do.
    private Repetition? Judge(StoryCandidate candidate, ArticleState earlier, double estimate) =>
        earlier.Sketch.Smallest.Count > 0 && candidate.Sketch.Smallest.Count > 0 ? Repetition.Between(candidate.Sketch, candidate.Source, earlier, _options.DuplicateThreshold)
        : estimate >= _options.DuplicateThreshold ? new Repetition(earlier.ArticleId, null, null)
        : null;

    // Of a text that goes round, the first one is named, as long as it is still much the same.
    private Repetition? First(StoryCandidate candidate, ArticleState article) =>
        article.Repeats is { } before && _index.Article(before.Of) is { StoryId: not null } first
            ? first.Sketch.Smallest.Count == 0 && article.Sketch.Smallest.Count == 0 ? before : Repetition.Between(candidate.Sketch, candidate.Source, first, _options.DuplicateThreshold)
            : null;

    private Match? Nearest(StoryCandidate candidate, StoryVector vector, DateTimeOffset time)
    {
        var language = _index.Language(candidate.Language);
        var threshold = _options.ThresholdOf(candidate.Language);
        var question = language.Ask(vector);
        var near = language.Candidates(vector, _options, storyId => Meets(storyId, time))
            .Select(storyId => (StoryId: storyId, Similarity: language.Similarity(question, storyId)))
            .Where(story => story.Similarity >= threshold * NearShare)
            .OrderByDescending(story => story.Similarity).ThenBy(story => story.StoryId, StringComparer.Ordinal)
            .Take(1 + NearStories).ToList();
        return near is [var best, ..] && best.Similarity >= _options.ThresholdOf(candidate.Language, language.Members(best.StoryId))
            ? new Match(JoinReasons.Words, best.StoryId, best.Similarity, language.Shared(vector, best.StoryId, SharedTermsKept), null) { Near = [.. near.Skip(1).Select(story => story.StoryId)] }
            : null;
    }

    // Only stories that nobody has told in the article's own language: there its words have been compared and decided.
    private Match? Abroad(StoryCandidate candidate, StoryVector names, DateTimeOffset time) =>
        _abroad.Near(names, candidate.Language, storyId => Meets(storyId, time)) is [var best, ..] ? new Match(JoinReasons.Names, best.StoryId, best.Similarity, best.Shared, null) : null;

    private static ArticleTerms Compared(StoryCandidate candidate, StoryVector vector, StoryVector names, IReadOnlyList<string> shared) =>
        new() { Vector = vector, CrossLanguage = names, Fingerprint = candidate.Fingerprint, Sketch = candidate.Sketch, Shared = shared, SharedNames = SharedNames(candidate, shared) };

    // Names of the article with a word, in its stems or its consonants, among what is shared.
    private static List<string> SharedNames(StoryCandidate candidate, IReadOnlyList<string> shared) => shared.Count == 0 ? [] :
        [.. candidate.EntityNames.Distinct(StringComparer.Ordinal)
            .Where(name => SearchText.IndexTerms(name, candidate.Language).Concat(CrossLanguageTerms.Of(name)).Any(term => shared.Contains(term, StringComparer.Ordinal))).Take(SharedTermsKept)];

    private bool Meets(string storyId, DateTimeOffset time)
    {
        var story = _index.Story(storyId)!;
        return time >= story.From - _options.Window && time <= story.To + _options.Window;
    }

    // An article that opened a story, was withdrawn and came back opens it again while nobody else is in it.
    private string Opened(string articleId)
    {
        var attempt = 1;
        while (_index.Story(StoryIds.For(articleId, attempt)) is { } story && (story.MergedInto is not null || story.Members.Count > 0))
        {
            attempt++;
        }

        return StoryIds.For(articleId, attempt);
    }

    private sealed record Match(string Reason, string StoryId, double Score, IReadOnlyList<string> Shared, Repetition? Repeats)
    {
        public IReadOnlyList<string> Near { get; init; } = [];
    }
}
