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
        var watch = Stopwatch.StartNew();
        var stories = Group(articles);
        Console.WriteLine($"{Articles:N0} Russian articles grouped into {stories:N0} stories in {watch.Elapsed.TotalSeconds:0.00} s");
        return watch.Elapsed < TimeSpan.FromSeconds(1);
    }

    private static int Group(List<StoryCandidate> articles)
    {
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        foreach (var article in articles)
        {
            grouper.Apply(grouper.Decide(article, article.SeenAt).Entry!);
        }

        return grouper.Versions().Count();
    }
}
