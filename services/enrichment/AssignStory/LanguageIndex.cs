using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The open stories of one language by their terms, and how common each term is.</summary>
internal sealed class LanguageIndex(BackgroundTerms background)
{
    // One half: a term never seen is rare, not infinitely so.
    private const double Smoothing = 0.5;

    private readonly Dictionary<string, int> _articlesByTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<StoryCentre>> _storiesByTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryCentre> _centres = new(StringComparer.Ordinal);
    private int _articles;
    private long _question;

    /// <summary>Inverse document frequency over the articles seen and the language's background.</summary>
    public double Rarity(string term)
    {
        var seen = _articlesByTerm.GetValueOrDefault(term) + background.Count(term);
        return Math.Log((_articles + background.Documents + 1) / (seen + Smoothing));
    }

    /// <summary>Counts an article's terms, or takes the count back with a sign of -1.</summary>
    public void Count(StoryVector vector, int sign)
    {
        _articles += sign;
        foreach (var term in vector.Terms)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_articlesByTerm, term, out _);
            count += sign;
            if (count == 0)
            {
                _articlesByTerm.Remove(term);
            }
        }
    }

    public void Add(string storyId, StoryVector vector)
    {
        ref var centre = ref CollectionsMarshal.GetValueRefOrAddDefault(_centres, storyId, out _);
        centre ??= new StoryCentre(storyId);
        centre.Members++;
        for (var i = 0; i < vector.Weights.Count; i++)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(centre.Sums, vector.Terms[i], out var known);
            sum += vector.Weights[i];
            if (!known)
            {
                ref var stories = ref CollectionsMarshal.GetValueRefOrAddDefault(_storiesByTerm, vector.Terms[i], out _);
                (stories ??= []).Add(centre);
            }
        }
    }

    public void Remove(string storyId, StoryVector vector)
    {
        var centre = _centres[storyId];
        for (var i = 0; i < vector.Weights.Count; i++)
        {
            var term = vector.Terms[i];
            var left = centre.Sums[term] -= vector.Weights[i];
            if (left == 0)
            {
                centre.Sums.Remove(term);
                Forget(term, centre);
            }
        }

        if (--centre.Members == 0)
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
            if (_storiesByTerm.TryGetValue(vector.Terms[i], out var stories) && stories.Count <= options.MaxStoriesPerTerm)
            {
                Promise(stories, vector.Weights[i], touched);
            }
        }

        return touched.Where(centre => eligible(centre.StoryId))
            .OrderByDescending(centre => centre.Promise).ThenBy(centre => centre.StoryId, StringComparer.Ordinal)
            .Take(options.MaxCandidates).Select(centre => centre.StoryId);
    }

    /// <summary>Mean cosine between the article and the story's members, 0 to 1.</summary>
    public double Similarity(StoryVector vector, string storyId)
    {
        var centre = _centres[storyId];
        double dot = 0;
        for (var i = 0; i < vector.Weights.Count; i++)
        {
            dot += (double)centre.Sums.GetValueOrDefault(vector.Terms[i]) * vector.Weights[i];
        }

        return dot / StoryVector.Unit / StoryVector.Unit / centre.Members;
    }

    /// <summary>The terms that carry the similarity, strongest first.</summary>
    public IReadOnlyList<string> Shared(StoryVector vector, string storyId, int limit)
    {
        var sums = _centres[storyId].Sums;
        return [.. vector.Weights.Select((weight, i) => (Term: vector.Terms[i], Part: sums.GetValueOrDefault(vector.Terms[i]) * weight))
            .Where(pair => pair.Part > 0).OrderByDescending(pair => pair.Part).Take(limit).Select(pair => pair.Term)];
    }

    // The sums stand in the stories themselves, valid for one question: a dictionary per article cost most of the time.
    private void Promise(HashSet<StoryCentre> stories, int weight, List<StoryCentre> touched)
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

    private void Forget(string term, StoryCentre centre)
    {
        var stories = _storiesByTerm[term];
        stories.Remove(centre);
        if (stories.Count == 0)
        {
            _storiesByTerm.Remove(term);
        }
    }

    private sealed class StoryCentre(string storyId)
    {
        public string StoryId { get; } = storyId;

        public int Members { get; set; }

        public Dictionary<string, long> Sums { get; } = new(StringComparer.Ordinal);

        public long Question { get; set; }

        public long Promise { get; set; }
    }
}
