namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// What an article is compared by, in memory: numbers of its terms in a <see cref="LanguageIndex"/>, ascending, with the weights of a
/// <see cref="StoryVector"/>. A tenth of what the terms themselves would take.
/// </summary>
internal sealed record TermWeights(int[] Terms, int[] Weights)
{
    public bool Holds(int term) => Array.BinarySearch(Terms, term) >= 0;

    /// <summary>Cosine of two articles, 0 to 1.</summary>
    public double CosineWith(TermWeights other)
    {
        var (dot, mine, theirs) = (0.0, 0, 0);
        while (mine < Terms.Length && theirs < other.Terms.Length)
        {
            var order = Terms[mine].CompareTo(other.Terms[theirs]);
            if (order == 0)
            {
                dot += (double)Weights[mine] * other.Weights[theirs];
            }

            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }

        return dot / StoryVector.Unit / StoryVector.Unit;
    }

    /// <summary>The weight of a term; 0 when it is not among them.</summary>
    public int WeightOf(int term)
    {
        var at = Array.BinarySearch(Terms, term);
        return at < 0 ? 0 : Weights[at];
    }
}
