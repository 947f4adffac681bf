using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>What an article is compared by, its terms by their numbers in an index.</summary>
/// <param name="Words">Every term of its language, for how common terms are.</param>
/// <param name="Names">Every term across languages, likewise.</param>
internal sealed record NumberedTerms(int[] Words, int[] Names)
{
    /// <summary>The compared part; null where the terms are only counted.</summary>
    public TermWeights? Vector { get; init; }

    public TermWeights? CrossLanguage { get; init; }

    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    public TextSketch Sketch { get; init; } = TextSketch.None;
}
