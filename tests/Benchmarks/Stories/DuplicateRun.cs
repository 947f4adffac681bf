using System.Diagnostics;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench;

/// <summary>What it costs to find the texts that a new one repeats, among so many.</summary>
internal static class DuplicateRun
{
    private const int Measured = 1_000;
    private const double LongestMilliseconds = 5;

    public static bool Run(int articles)
    {
        var stream = new NewsStream();
        var index = new NearDuplicateIndex();
        var (known, longest) = (0, 0.0);
        foreach (var size in new[] { 10_000, 100_000, articles }.Where(size => size <= articles).Distinct())
        {
            for (; known < size; known++)
            {
                var article = stream.Next().Candidate;
                index.Add(article.ArticleId, article.Fingerprint);
            }

            var questions = Enumerable.Range(0, Measured).Select(_ => stream.Next().Candidate.Fingerprint).ToList();
            var times = new List<double>(Measured);
            var found = 0;
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                found += index.Near(question).Any(near => near.Similarity > 0.7) ? 1 : 0;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            longest = Math.Max(longest, times[Measured * 99 / 100]);
            Console.WriteLine($"near-duplicates among {size,9:N0}: {times.Average():0.000} ms (99 % {times[Measured * 99 / 100]:0.000}, longest {times[^1]:0.000}); {found} of {Measured:N0} repeat one; {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB");
        }

        return longest <= LongestMilliseconds;
    }
}
