using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The open stories of one language by their terms, and how common each term is. Terms are numbered as they come: a story holds numbers only.</summary>
internal sealed class LanguageIndex(BackgroundTerms background)
{
    // One half: a term never seen is rare, not infinitely so.
    private const double Smoothing = 0.5;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<TermUse> _terms = [];
    private readonly Dictionary<string, StoryCentre> _centres = new(StringComparer.Ordinal);
    private int _articles;
    private long _question;

    /// <summary>Inverse document frequency over the articles seen and the language's background.</summary>
    public double Rarity(string term)
    {
        var seen = (_numbers.TryGetValue(term, out var number) ? _terms[number].Articles : 0) + background.Count(term);
        return Math.Log((_articles + background.Documents + 1) / (seen + Smoothing));
    }

    /// <summary>Counts an article's terms, or takes the count back with a sign of -1.</summary>
    public void Count(StoryVector vector, int sign)
    {
        _articles += sign;
        foreach (var term in vector.Terms)
        {
            Use(Number(term)).Articles += sign;
        }
    }

    /// <summary>The compared part of a vector by numbers; terms not met before get one.</summary>
    public TermWeights Read(StoryVector vector) => ToWeights(vector, vector.Terms.Take(vector.Weights.Count).Select(Number));

    /// <summary>The same for a question: changes nothing, and what no story can share is left out.</summary>
    public TermWeights Ask(StoryVector vector) =>
        ToWeights(vector, vector.Terms.Take(vector.Weights.Count).Select(term => _numbers.TryGetValue(term, out var number) ? number : -1));

    public void Add(string storyId, TermWeights member)
    {
        ref var centre = ref CollectionsMarshal.GetValueRefOrAddDefault(_centres, storyId, out _);
        centre ??= new StoryCentre(storyId);
        foreach (var term in member.Terms)
        {
            if (!centre.Holds(term))
            {
                Use(term).Enter(centre);
            }
        }

        centre.Add(member);
    }

    public void Remove(string storyId, TermWeights member)
    {
        var centre = _centres[storyId];
        centre.Remove(member);
        foreach (var term in member.Terms)
        {
            if (!centre.Holds(term))
            {
                Use(term).Leave(centre);
            }
        }

        if (centre.Members == 0)
        {
            _centres.Remove(storyId);
        }
    }

    /// <summary>Whether the story has a member in this language.</summary>
    public bool Holds(string storyId) => _centres.ContainsKey(storyId);

    /// <summary>The stories among the eligible that share most of the article's heaviest terms, most promising first.</summary>
    public IEnumerable<string> Candidates(StoryVector vector, StoryGroupingOptions options, Func<string, bool> eligible)
    {
        var touched = new List<StoryCentre>();
        _question++;
        for (var i = 0; i < Math.Min(vector.Weights.Count, options.CandidateTerms); i++)
        {
            if (_numbers.TryGetValue(vector.Terms[i], out var number) && _terms[number].Stories <= options.MaxStoriesPerTerm)
            {
                Promise(Use(number).Centres, vector.Weights[i], touched);
            }
        }

        return touched.Where(centre => eligible(centre.StoryId))
            .OrderByDescending(centre => centre.Promise).ThenBy(centre => centre.StoryId, StringComparer.Ordinal)
            .Take(options.MaxCandidates).Select(centre => centre.StoryId);
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

    /// <summary>The terms that carry the similarity, strongest first.</summary>
    public IReadOnlyList<string> Shared(StoryVector vector, string storyId, int limit)
    {
        var centre = _centres[storyId];
        return [.. vector.Weights.Select((weight, i) => (Term: vector.Terms[i], Part: _numbers.TryGetValue(vector.Terms[i], out var number) ? centre.SumOf(number) * weight : 0))
            .Where(pair => pair.Part > 0).OrderByDescending(pair => pair.Part).Take(limit).Select(pair => pair.Term)];
    }

    private static TermWeights ToWeights(StoryVector vector, IEnumerable<int> numbers)
    {
        var known = numbers.Select((number, i) => (Number: number, Weight: vector.Weights[i])).Where(term => term.Number >= 0).OrderBy(term => term.Number).ToList();
        return new TermWeights([.. known.Select(term => term.Number)], [.. known.Select(term => term.Weight)]);
    }

    private int Number(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
        if (!known)
        {
            number = _terms.Count;
            _terms.Add(new TermUse());
        }

        return number;
    }

    private ref TermUse Use(int number) => ref CollectionsMarshal.AsSpan(_terms)[number];

    // The sums stand in the stories themselves, valid for one question: a dictionary per article cost most of the time.
    private void Promise(ReadOnlySpan<StoryCentre> stories, int weight, List<StoryCentre> touched)
    {
        foreach (var centre in stories)
        {
            if (centre.Question != _question)
            {
                centre.Question = _question;
                centre.Promise = 0;
                touched.Add(centre);
            }

            centre.Promise += weight;
        }
    }

    /// <summary>Where a term is used: in how many articles ever, and in which open stories.</summary>
    private struct TermUse
    {
        private StoryCentre[]? _centres;

        public int Articles { get; set; }

        public int Stories { get; private set; }

        public readonly ReadOnlySpan<StoryCentre> Centres => _centres.AsSpan(0, Stories);

        public void Enter(StoryCentre centre)
        {
            _centres ??= new StoryCentre[1];
            if (Stories == _centres.Length)
            {
                Array.Resize(ref _centres, Stories * 2);
            }

            _centres[Stories++] = centre;
        }

        public void Leave(StoryCentre centre)
        {
            var at = Array.IndexOf(_centres!, centre, 0, Stories);
            _centres![at] = _centres[--Stories];
            _centres[Stories] = null!;
            if (Stories == 0)
            {
                _centres = null;
            }
            else if (Stories <= _centres.Length / 4)
            {
                Array.Resize(ref _centres, _centres.Length / 2);
            }
        }
    }
}
