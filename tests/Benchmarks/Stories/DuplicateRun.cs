using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench;

/// <summary>What it costs to find the texts that a new one repeats, among so many.</summary>
internal static class DuplicateRun
{
    private const double LongestMilliseconds = 5;

    public static bool Run(int articles)
    {
        var stream = new NewsStream();
        var index = new NearDuplicateIndex();
        var (known, found, longest) = (0, 0, 0.0);
        foreach (var times in AtSizes.Measure(articles, GrowTo, Next))
        {
            longest = Math.Max(longest, times.Percentile99);
            Console.WriteLine($"near-duplicates among {times}; {found} of {AtSizes.Measured:N0} repeat one");
            found = 0;
        }

        return longest <= LongestMilliseconds;

        void GrowTo(int size)
        {
            for (; known < size; known++)
            {
                var article = stream.Next().Candidate;
                index.Add(article.ArticleId, article.Fingerprint);
            }
        }

        Action Next()
        {
            var question = stream.Next().Candidate.Fingerprint;
            return () => found += index.Near(question).Any(near => near.Similarity > 0.7) ? 1 : 0;
        }
    }
}
