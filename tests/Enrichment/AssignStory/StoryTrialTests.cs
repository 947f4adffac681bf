using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>Seeded runs: whatever is tried and taken back leaves no trace, and a replay decides like the one who wrote the log.</summary>
public sealed class StoryTrialTests
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Leaves_no_trace_of_a_trial_that_is_taken_back(int seed)
    {
        var random = new Random(seed);
        var tried = new StoryGrouper(new StoryGroupingOptions());
        var log = new List<StoryLogEntry>();
        for (var step = 0; step < Steps; step++)
        {
            tried.BeginTrial();
            var batch = Enumerable.Range(0, random.Next(1, 5)).SelectMany(_ => Act(tried, random).ToList()).ToList();
            if (random.Next(2) == 0)
            {
                tried.TakeBackTrial();
            }
            else
            {
                tried.KeepTrial();
                log.AddRange(batch);
            }
        }

        var replayed = new StoryGrouper(new StoryGroupingOptions());
        log.ForEach(replayed.Apply);
        Assert.Equal(Everything(replayed), Everything(tried));
        foreach (var probe in Probes())
        {
            Assert.Equal(JsonSerializer.Serialize<object>(replayed.Decide(probe, probe.SeenAt)), JsonSerializer.Serialize<object>(tried.Decide(probe, probe.SeenAt)));
            Assert.Equal(JsonSerializer.Serialize<object?>(replayed.Decide(probe, probe.SeenAt).Entry), JsonSerializer.Serialize<object?>(tried.Decide(probe, probe.SeenAt).Entry));
        }
    }

    private static IEnumerable<StoryLogEntry> Act(StoryGrouper grouper, Random random)
    {
        var article = $"article-{random.Next(24)}";
        var later = TimeSpan.FromHours(random.Next(24 * 12));
        var stories = grouper.Versions().Select(pair => pair.StoryId).Order(StringComparer.Ordinal).ToList();
        var story = stories.Count == 0 ? "none" : stories[random.Next(stories.Count)];
        if (random.Next(8) > 3)
        {
            var joined = grouper.Decide(ACandidate.About(random.Next(4), article, random.Next(2), later, random.Next(1, 6)), ACandidate.Morning + later);
            return Applied(grouper, joined.Entry).Concat(joined.Entry is null ? [] : Applied(grouper, grouper.Regroup(joined, ACandidate.Morning + later)));
        }

        return Applied(grouper, random.Next(4) switch
        {
            0 => grouper.Withdraw(article, random.Next(1, 6), ACandidate.Morning + later).Entry,
            1 => grouper.Editor.Merge(story, stories.Count == 0 ? "none" : stories[random.Next(stories.Count)], ACandidate.Morning).Entry,
            2 => grouper.Editor.Pin(story, article, ACandidate.Morning).Entry,
            _ => grouper.Editor.Split(story, [.. (grouper.Snapshot(story)?.ArticleIds ?? []).Take(1)], ACandidate.Morning).Entry,
        });
    }

    private static IEnumerable<StoryLogEntry> Applied(StoryGrouper grouper, StoryLogEntry? entry)
    {
        if (entry is null)
        {
            return [];
        }

        grouper.Apply(entry);
        return [entry];
    }

    private static IEnumerable<StoryCandidate> Probes() =>
        from happening in Enumerable.Range(0, 4)
        from day in Enumerable.Range(0, 12)
        select ACandidate.About(happening, $"probe-{happening}-{day}", day % 2, TimeSpan.FromDays(day));

    private static string Everything(StoryGrouper grouper) =>
        JsonSerializer.Serialize(grouper.Versions().Select(pair => pair.StoryId).Order(StringComparer.Ordinal).Select(grouper.Snapshot));
}
