namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Terms and weights of one article, heaviest first, of length one in units of 1/<see cref="Unit"/>. Whole numbers, so that adding an
/// article to a story and taking it out again is exact, whatever happened in between.
/// </summary>
/// <param name="Terms">Every term that counts for how common terms are.</param>
/// <param name="Weights">Weights of the first terms; those beyond are not compared.</param>
public sealed record StoryVector(IReadOnlyList<string> Terms, IReadOnlyList<int> Weights)
{
    public const int Unit = 1 << 20;

    /// <summary>Weighs terms by <paramref name="weigh"/>, keeps the heaviest and brings them to length one.</summary>
    public static StoryVector Of(IEnumerable<string> terms, Func<string, double> weigh, int compared)
    {
        var weighed = terms.Select(term => (Term: term, Weight: weigh(term)))
            .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Term, StringComparer.Ordinal).ToList();
        var heaviest = weighed.Take(compared).Where(pair => pair.Weight > 0).ToList();
        var length = Math.Sqrt(heaviest.Sum(pair => pair.Weight * pair.Weight));
        return new StoryVector(
            [.. weighed.Select(pair => pair.Term)],
            [.. heaviest.Select(pair => Math.Max(1, (int)Math.Round(pair.Weight / length * Unit)))]);
    }
}
