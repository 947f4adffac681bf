using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench.Folds;

/// <summary>
/// What the grouping is worth on news that its settings were not chosen on: the best of a grid on one random half of the topics, told by the other half,
/// twenty times; beside it the shipped settings and the same without regrouping.
/// </summary>
internal static class FoldRun
{
    private const int Splits = 20;

    // A similarity that no two stories have and one that every two parts have: nothing is merged or split.
    private const double Never = 1;

    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 12).Select(step => Math.Round(0.14 + (step * 0.02), 2))];

    /// <param name="folder">A set's folder of the bench's layout.</param>
    /// <returns>False when the folder holds nothing that can be told.</returns>
    public static bool Run(string folder)
    {
        if (FoldedSet.TryRead(folder) is not { } set)
        {
            Console.Error.WriteLine($"{folder} holds no docs.jsonl with a gold.jsonl or pairs.jsonl: name a set of stories.");
            return false;
        }

        Console.WriteLine($"{set.Name}: {set.Articles.Count} articles, {set.Topics} topics, {Splits} random halves");
        Tell("one by one, threshold chosen on the other half", set, [.. Thresholds.Select(threshold => Options(threshold, Never))]);
        foreach (var margin in new[] { 0.03, 0.05, 0.08, 0.12 })
        {
            Tell($"regrouped, margin {margin:0.00}, threshold chosen on the other half", set, [.. Thresholds.Select(threshold => Options(threshold, margin))]);
        }

        Tell("as shipped", set, [new StoryGroupingOptions()]);
        return true;
    }

    private static StoryGroupingOptions Options(double threshold, double margin) =>
        new() { JoinThreshold = threshold, JoinThresholds = [], MergeMargin = margin, SplitMargin = margin == Never ? Never : 0 };

    private static void Tell(string name, FoldedSet set, IReadOnlyList<StoryGroupingOptions> grid)
    {
        var sums = grid.Select(set.Group).ToList();
        var told = new List<double>();
        var chosen = new List<double>();
        for (var seed = 0; seed < Splits; seed++)
        {
            var (choosing, telling) = set.Halves(seed);
            var best = Enumerable.Range(0, grid.Count).MaxBy(i => set.F1(sums[i], choosing));
            told.Add(set.F1(sums[best], telling));
            chosen.Add(grid[best].JoinThreshold);
        }

        var mean = told.Average();
        var spread = Math.Sqrt(told.Average(value => (value - mean) * (value - mean)));
        var all = sums.Max(topics => set.F1(topics, [.. topics.Keys]));
        Console.WriteLine($"  {name,-62} {mean:0.000} ± {spread:0.000}{(grid.Count > 1 ? $" (threshold {chosen.Min():0.00} to {chosen.Max():0.00}; best on all topics {all:0.000})" : $" (all topics {all:0.000})")}");
    }
}
