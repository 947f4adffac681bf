using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench;

/// <summary>What one article costs the leader (deciding and learning it, and what follows for its story) when so many are known.</summary>
internal static class CostRun
{
    // A full window holds a hundred times as many as the first size: a cost that grew with it would grow as much.
    private const double LargestGrowth = 6;

    public static bool Run(int articles)
    {
        var stream = new NewsStream();
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        var costs = new List<double>();
        foreach (var times in AtSizes.Measure(articles, GrowTo, Next))
        {
            Console.WriteLine($"an article at {times}");
            costs.Add(times.Mean);
        }

        return costs[^1] <= costs[0] * LargestGrowth;

        void GrowTo(int size)
        {
            while (grouper.Next <= size - AtSizes.Measured)
            {
                grouper.Apply(stream.NextEntry(grouper.Next));
                grouper.ForgetTouched();
            }
        }

        Action Next()
        {
            var candidate = stream.Next().Candidate;
            return () => Take(grouper, candidate);
        }
    }

    /// <summary>All that the leader does with one article beside the log.</summary>
    public static void Take(StoryGrouper grouper, StoryCandidate candidate)
    {
        var decision = grouper.Decide(candidate, candidate.SeenAt);
        grouper.Apply(decision.Entry!);
        if (grouper.Regroup(decision, candidate.SeenAt) is { } regrouping)
        {
            grouper.Apply(regrouping);
        }

        grouper.TakeTouched();
    }
}
