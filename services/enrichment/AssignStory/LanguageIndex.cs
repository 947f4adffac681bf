using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The open stories of one language by their terms, and how common each term is. Terms are numbered as they come: a story holds numbers only.</summary>
internal sealed class LanguageIndex
{
    // One half: a term never seen is rare, not infinitely so.
    private const double Smoothing = 0.5;

    // Of equal promise, the smaller id goes first.
    private static readonly Comparer<(long Promise, string StoryId)> LeastPromising = Comparer<(long Promise, string StoryId)>.Create((first, second) =>
        first.Promise != second.Promise ? first.Promise.CompareTo(second.Promise) : string.CompareOrdinal(second.StoryId, first.StoryId));

    private readonly TermNumbers _numbers = new();
    private readonly List<TermUse> _terms = [];
    private readonly Dictionary<string, StoryCentre> _centres = new(StringComparer.Ordinal);
    private readonly List<StoryCentre?> _numbered = [];
    private readonly BackgroundTerms _background;
    private readonly CountedArticles _counted;
    private readonly List<int> _entered = [];
    private long[] _sums = [];
    private Promised[] _promised = [];
    private int _question;

    /// <param name="background">How common terms are before anything was counted.</param>
    /// <param name="counted">Newest articles that are counted.</param>
    public LanguageIndex(BackgroundTerms background, int counted)
    {
        _background = background;
        _counted = new CountedArticles(counted);
    }

    /// <summary>Inverse document frequency over the newest articles and the language's background.</summary>
    public double Rarity(string term)
    {
        var seen = (_numbers.TryGetValue(term, out var number) ? _terms[number].Articles : 0) + _background.Count(term);
        return Math.Log((_counted.Count + _background.Documents + 1) / (seen + Smoothing));
    }

    /// <summary>The numbers of a vector's terms, in its order; terms not met before get one.</summary>
    public int[] Number(StoryVector vector)
    {
        var numbers = new int[vector.Terms.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _numbers.GetOrAdd(vector.Terms[i]);
        }

        MakePlaces();
        return numbers;
    }

    /// <summary>Counts an article's terms; of as many as are kept, the oldest counts no more. Gives that one, for <see cref="TakeBack"/>.</summary>
    public CountedArticle? Count(CountedArticle article)
    {
        var displaced = _counted.Add(article);
        Count(article.Numbers, 1);
        Count(displaced?.Numbers, -1);
        return displaced;
    }

    /// <summary>Takes the last count back.</summary>
    public void TakeBack(CountedArticle? displaced)
    {
        Count(_counted.TakeBack(displaced).Numbers, -1);
        Count(displaced?.Numbers, 1);
    }

    /// <summary>Articles counted whose terms are not known yet, by their places.</summary>
    public IEnumerable<(int Place, long Position)> Uncounted => _counted.WithoutNumbers;

    /// <summary>The terms of one of those.</summary>
    public void Count(int place, int[] numbers)
    {
        _counted.Supply(place, numbers);
        Count(numbers, 1);
    }

    public LanguageCopy Copy(string language) => new(language, _counted.Positions());

    /// <summary>The compared part of a vector by the numbers of its terms.</summary>
    public static TermWeights Read(StoryVector vector, int[] numbers)
    {
        int[] weights = [.. vector.Weights];
        return Sorted(numbers[..weights.Length], weights);
    }

    /// <summary>The same of arrays that are given away.</summary>
    public static TermWeights Sorted(int[] numbers, int[] weights)
    {
        Array.Sort(numbers, weights);
        return new TermWeights(numbers, weights);
    }

    /// <summary>The numbers of the next terms of a record; terms not met before get one.</summary>
    public void Number(ref PackedReader reader, Span<int> numbers)
    {
        _numbers.GetOrAdd(ref reader, numbers);
        MakePlaces();
    }

    /// <summary>The same for a question: changes nothing, and what no story can share is left out.</summary>
    public TermWeights Ask(StoryVector vector)
    {
        var known = new List<(int Number, int Weight)>(vector.Weights.Count);
        for (var i = 0; i < vector.Weights.Count; i++)
        {
            if (_numbers.TryGetValue(vector.Terms[i], out var number))
            {
                known.Add((number, vector.Weights[i]));
            }
        }

        known.Sort();
        return new TermWeights([.. known.Select(term => term.Number)], [.. known.Select(term => term.Weight)]);
    }

    public void Add(string storyId, TermWeights member)
    {
        ref var centre = ref CollectionsMarshal.GetValueRefOrAddDefault(_centres, storyId, out _);
        centre ??= Begin(storyId);
        var terms = CollectionsMarshal.AsSpan(_terms);
        foreach (var term in centre.Add(member, _entered))
        {
            terms[term].Enter(centre.Number, _numbered);
        }
    }

    /// <summary>Adds all members of a story that has none here yet.</summary>
    public void Add(string storyId, IReadOnlyList<TermWeights> members)
    {
        var centre = Begin(storyId);
        _centres.Add(storyId, centre);
        Array.Resize(ref _sums, Math.Max(_sums.Length, _terms.Count));
        var terms = CollectionsMarshal.AsSpan(_terms);
        foreach (var term in centre.Fill(members, _sums, _entered))
        {
            terms[term].Enter(centre.Number, _numbered);
        }
    }

    public void Remove(string storyId, TermWeights member)
    {
        var centre = _centres[storyId];
        if (centre.Members == 1)
        {
            Drop(storyId);
            return;
        }

        centre.Remove(member);
        var terms = CollectionsMarshal.AsSpan(_terms);
        foreach (var term in member.Terms)
        {
            if (!centre.Holds(term))
            {
                terms[term].Leave(centre.Number, _numbered);
            }
        }
    }

    /// <summary>Forgets a story with all its members; nothing happens when it has none in this language.</summary>
    public void Drop(string storyId)
    {
        if (_centres.Remove(storyId, out var centre))
        {
            _numbered[centre.Number] = null;
            var terms = CollectionsMarshal.AsSpan(_terms);
            foreach (var term in centre.Terms)
            {
                terms[term].Lose(_numbered);
            }
        }
    }

    /// <summary>How many members the story has in this language.</summary>
    public int Members(string storyId) => _centres.TryGetValue(storyId, out var centre) ? centre.Members : 0;

    /// <summary>Whether the story has a member in this language.</summary>
    public bool Holds(string storyId) => _centres.ContainsKey(storyId);

    /// <summary>The stories among the eligible that share most of the article's heaviest terms, most promising first.</summary>
    public IEnumerable<string> Candidates(StoryVector vector, StoryGroupingOptions options, Func<string, bool> eligible)
    {
        var touched = new List<int>();
        _question++;
        Array.Resize(ref _promised, Math.Max(_promised.Length, _numbered.Capacity));
        var looked = 0;
        for (var i = 0; i < Math.Min(vector.Weights.Count, options.CandidateTerms) && looked < options.MaxStoriesLooked; i++)
        {
            if (_numbers.TryGetValue(vector.Terms[i], out var number) && _terms[number].Stories <= options.MaxStoriesPerTerm)
            {
                looked += _terms[number].Stories;
                Promise(_terms[number].Centres, vector.Weights[i], touched);
            }
        }

        return MostPromising(touched, options.MaxCandidates, eligible);
    }

    /// <summary>Mean cosine between the article and the story's members, 0 to 1.</summary>
    public double Similarity(TermWeights question, string storyId)
    {
        var centre = _centres[storyId];
        double dot = 0;
        for (var i = 0; i < question.Terms.Length; i++)
        {
            dot += (double)centre.SumOf(question.Terms[i]) * question.Weights[i];
        }

        return dot / StoryVector.Unit / StoryVector.Unit / centre.Members;
    }

    /// <summary>Mean cosine between the members of two stories, 0 to 1; 0 when either has none in this language.</summary>
    public double Similarity(string storyId, string otherId)
    {
        if (!_centres.TryGetValue(storyId, out var one) || !_centres.TryGetValue(otherId, out var other))
        {
            return 0;
        }

        var (few, many) = one.Members <= other.Members ? (one, other) : (other, one);
        var dot = few.Terms.Sum(term => (double)few.SumOf(term) * many.SumOf(term));
        return dot / StoryVector.Unit / StoryVector.Unit / one.Members / other.Members;
    }

    /// <summary>The terms that carry the similarity, strongest first.</summary>
    public IReadOnlyList<string> Shared(StoryVector vector, string storyId, int limit)
    {
        var centre = _centres[storyId];
        return [.. vector.Weights.Select((weight, i) => (Term: vector.Terms[i], Part: _numbers.TryGetValue(vector.Terms[i], out var number) ? centre.SumOf(number) * weight : 0))
            .Where(pair => pair.Part > 0).OrderByDescending(pair => pair.Part).Take(limit).Select(pair => pair.Term)];
    }

    // Few of the thousands that share a word are promising: only those are asked about.
    private IEnumerable<string> MostPromising(List<int> touched, int limit, Func<string, bool> eligible)
    {
        var best = new PriorityQueue<StoryCentre, (long Promise, string StoryId)>(LeastPromising);
        foreach (var number in touched)
        {
            if (_numbered[number] is not { } centre)
            {
                continue;
            }

            var rank = (_promised[number].Weight, centre.StoryId);
            if ((best.Count < limit || (best.TryPeek(out _, out var least) && LeastPromising.Compare(rank, least) > 0)) && eligible(centre.StoryId))
            {
                best.Enqueue(centre, rank);
                if (best.Count > limit)
                {
                    best.Dequeue();
                }
            }
        }

        return best.UnorderedItems.OrderByDescending(item => item.Priority, LeastPromising).Select(item => item.Element.StoryId);
    }

    private void Count(int[]? numbers, int sign)
    {
        var terms = CollectionsMarshal.AsSpan(_terms);
        foreach (var number in numbers ?? [])
        {
            terms[number].Articles += sign;
        }
    }

    private StoryCentre Begin(string storyId)
    {
        var centre = new StoryCentre(storyId, _numbered.Count);
        _numbered.Add(centre);
        return centre;
    }

    private void MakePlaces()
    {
        while (_terms.Count < _numbers.Count)
        {
            _terms.Add(new TermUse());
        }
    }

    // The sums stand beside the stories, valid for one question: a dictionary per article cost most of the time.
    private void Promise(ReadOnlySpan<int> centres, int weight, List<int> touched)
    {
        foreach (var number in centres)
        {
            ref var promised = ref _promised[number];
            if (promised.Question != _question)
            {
                promised = new Promised { Question = _question };
                touched.Add(number);
            }

            promised.Weight += weight;
        }
    }

    /// <summary>What an article and a story share, added up for one question.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Promised
    {
        public int Question { get; init; }

        public long Weight { get; set; }
    }
}
