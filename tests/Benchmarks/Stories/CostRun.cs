using System.Diagnostics;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench;

/// <summary>What one article costs the leader (deciding and learning it) when so many are known.</summary>
internal static class CostRun
{
    private const int Measured = 1_000;

    // A full window holds a hundred times as many as the first size: a cost that grew with it would grow as much.
    private const double LargestGrowth = 6;

    public static bool Run(int articles)
    {
        var stream = new NewsStream();
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        var costs = new List<double>();
        foreach (var size in new[] { 10_000, 100_000, articles }.Where(size => size <= articles).Distinct())
        {
            while (grouper.Next <= size - Measured)
            {
                grouper.Apply(stream.NextEntry(grouper.Next));
                grouper.ForgetTouched();
            }

            costs.Add(Measure(grouper, stream, size));
        }

        return costs[^1] <= costs[0] * LargestGrowth;
    }

    private static double Measure(StoryGrouper grouper, NewsStream stream, int size)
    {
        var times = new List<double>(Measured);
        for (var i = 0; i < Measured; i++)
        {
            var (candidate, _) = stream.Next();
            var start = Stopwatch.GetTimestamp();
            if (grouper.Decide(candidate, candidate.SeenAt).Entry is { } entry)
            {
                grouper.Apply(entry);
            }

            grouper.TakeTouched();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"at {size,9:N0} articles: {times.Average():0.00} ms an article (median {times[Measured / 2]:0.00}, 99 % {times[Measured * 99 / 100]:0.00}), {heap >> 20} MiB on the heap");
        return times.Average();
    }
}
