using System.Diagnostics;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench;

/// <summary>A thousand analysed Russian articles grouped from nothing.</summary>
internal static class GroupingRun
{
    private const int Articles = 1_000;

    public static bool Run()
    {
        var stream = new NewsStream();
        var articles = Enumerable.Range(0, Articles).Select(_ => stream.Next().Candidate).ToList();
        Group(articles);
        var (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var stories = Group(articles);

        // Processor time: a busy machine must not make the figure.
        var busy = Environment.CpuUsage.TotalTime - worked;
        Console.WriteLine($"{Articles:N0} Russian articles grouped into {stories:N0} stories in {busy.TotalSeconds:0.00} s of processor time ({watch.Elapsed.TotalSeconds:0.00} s by the clock)");
        return busy < TimeSpan.FromSeconds(1);
    }

    private static int Group(List<StoryCandidate> articles)
    {
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        foreach (var article in articles)
        {
            CostRun.Take(grouper, article);
        }

        return grouper.Versions().Count();
    }
}
