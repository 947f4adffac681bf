using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What an article repeats.</summary>
/// <param name="Of">The earlier article.</param>
/// <param name="Kind">A word of <see cref="DuplicateKinds"/>; null where an older version decided.</param>
/// <param name="Share">Part of the article's text that stands in the earlier one; null like the kind.</param>
public sealed record Repetition(string Of, string? Kind, double? Share)
{
    // Of the smaller text: less than that is a quotation, a list of results, an agency's boilerplate.
    private const double NearlyAll = 0.9;

    private const int FewestRuns = 20;

    /// <summary>Judges two texts by what they really share; null when neither is much like the other nor nearly the whole of it.</summary>
    /// <param name="text">The later text.</param>
    /// <param name="source">Who published it.</param>
    /// <param name="earlier">The earlier article.</param>
    /// <param name="threshold">Least similarity (Dice).</param>
    internal static Repetition? Between(TextSketch text, string source, ArticleState earlier, double threshold)
    {
        var shared = text.SharedWith(earlier.Sketch);
        var contained = Math.Min(text.Smallest.Count, earlier.Sketch.Smallest.Count) >= FewestRuns && Math.Max(shared.OfFirst, shared.OfSecond) >= NearlyAll;
        if (shared.Similarity < threshold && !contained)
        {
            return null;
        }

        var kind = shared is { OfFirst: 1, OfSecond: 1 } ? DuplicateKinds.Exact
            : shared.OfFirst >= NearlyAll ? DuplicateKinds.Reprint
            : shared.OfSecond >= NearlyAll || source == earlier.Source ? DuplicateKinds.Update
            : DuplicateKinds.Rewrite;
        return new Repetition(earlier.ArticleId, kind, Math.Round(shared.OfFirst, 3));
    }
}
