using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Tests.Logs;

namespace NewsPlatform.Enrichment.Tests.AssignStory.Regrouping;

/// <summary>Two deciders on one log, killed and restarted by seed, while articles bridge stories, stories fall apart and editors interfere.</summary>
public sealed class RegroupingPropertyTests
{
    private const int Schedules = 200;
    private const int Articles = 24;

    [Fact]
    public async Task No_schedule_of_merges_splits_edits_and_kills_puts_an_article_in_two_stories_or_undoes_an_editor()
    {
        var (merges, splits) = (0, 0);
        for (var seed = 0; seed < Schedules; seed++)
        {
            var (log, answered) = RunSchedule(seed);
            var grouper = new StoryGrouper(new StoryGroupingOptions());
            log.ForEach(grouper.Apply);

            AssertEachInOne(log, grouper, seed);
            await AssertStartKnowsAsMuchAsync(log, grouper, seed);
            AssertEditorsWin(log, seed);
            Assert.True(answered.TrueForAll(answer => answer.Entries.All(entry => log[(int)entry.Position - 1].GetType() == entry.GetType())), $"seed {seed}: an answer is not in the log");
            merges += log.Count(entry => entry is StoriesMerged { Automatic: true });
            splits += log.Count(entry => entry is StorySplit { Automatic: true });
        }

        Assert.True(merges > Schedules / 4 && splits > Schedules / 4, $"only {merges} merges and {splits} splits came about: the schedules test nothing");
    }

    private static (List<StoryLogEntry> Log, List<StoryAnswer> Answered) RunSchedule(int seed)
    {
        var random = new Random(seed);
        var store = new SeededLogStore(random, staleTail: 0, kill: 0.03);
        var snapshots = new SnapshotsInMemory();
        var articles = Enumerable.Range(0, Articles).Select(i => AWording.Of($"article-{i}", Letters(random))).ToList();
        var deliveries = new Queue<StoryCommand>(articles.Concat(random.GetItems(articles.ToArray(), 6)).Select(article => new AssignArticle(article)));
        var held = new Queue<StoryCommand>(deliveries.Take(6));
        var answered = new List<StoryAnswer>();
        new TurnScheduler(random).Run([() => LeadAsync(held), () => LeadAsync(deliveries)]);
        return ([.. store.Entries.Select(entry => StoryLogWords.FromEntry(entry, store.Bodies.GetValueOrDefault(entry.Position)))], answered);

        async Task LeadAsync(Queue<StoryCommand> queue)
        {
            var decider = ADecider.On(store, snapshots, everyDecisions: 5);
            while (queue.TryDequeue(out var command))
            {
                try
                {
                    answered.AddRange(await decider.CommitAsync([command, .. Edits(random)], CancellationToken.None));
                    await decider.KeepSnapshotAsync(CancellationToken.None);
                }
                catch (KilledException)
                {
                    decider = random.Next(2) == 0 ? decider : ADecider.On(store, snapshots, everyDecisions: 5);
                    queue.Enqueue(command);
                }
            }
        }
    }

    // Words of a neighbourhood: some articles stand between two.
    private static string Letters(Random random)
    {
        var from = random.Next(0, 14);
        return string.Concat(Enumerable.Range(from, random.Next(4, 9)).Select(i => (char)('a' + i)));
    }

    private static IEnumerable<StoryCommand> Edits(Random random)
    {
        string Article() => $"article-{random.Next(Articles)}";
        string Story() => StoryIds.For(Article());
        if (random.Next(12) == 0)
        {
            yield return random.Next(4) switch
            {
                0 => new MergeStories(Story(), Story()),
                1 => new SplitStory(Story(), [Article()]),
                2 => new PinArticle(Story(), Article()),
                _ => new WithdrawArticle(Article(), 1 + random.Next(2)),
            };
        }
    }

    private static void AssertEachInOne(List<StoryLogEntry> log, StoryGrouper grouper, int seed)
    {
        Assert.True(log.Select(entry => entry.Position).SequenceEqual(Enumerable.Range(1, log.Count).Select(position => (long)position)), $"seed {seed}: gap or repeat in the log");
        var assigned = log.OfType<ArticleAssigned>().GroupBy(entry => (entry.ArticleId, entry.Revision)).Where(group => group.Count() > 1).ToList();
        Assert.True(assigned.Count == 0, $"seed {seed}: an article is assigned twice");
        var members = grouper.Versions().SelectMany(story => grouper.Snapshot(story.StoryId)!.ArticleIds.Select(id => (id, story.StoryId))).ToList();
        Assert.True(members.Select(member => member.id).Distinct().Count() == members.Count, $"seed {seed}: an article is in two stories");
        Assert.True(members.TrueForAll(member => grouper.StoryOf(member.id) == member.StoryId), $"seed {seed}: an article and its story disagree");
        Assert.True(grouper.Versions().Select(story => grouper.Snapshot(story.StoryId)!).All(story => story.MergedInto is null || story.ArticleIds.Count == 0), $"seed {seed}: a story that was merged away has articles");
    }

    private static async Task AssertStartKnowsAsMuchAsync(List<StoryLogEntry> log, StoryGrouper grouper, int seed)
    {
        var store = new LogInMemory();
        await store.TryInsertAsync(1, [.. log.Select(StoryLogWords.ToRecord)], default);
        var started = new StoryGrouper(new StoryGroupingOptions());
        using var decider = ADecider.On(store, grouper: started);
        await decider.ReplayAsync(default);
        var probes = Enumerable.Range(0, 4).Select(i => AWording.Of($"probe-{i}", string.Concat(Enumerable.Range(3 * i, 6).Select(letter => (char)('a' + letter))))).ToList();
        Assert.True(AState.Of(grouper, probes) == AState.Of(started, probes), $"seed {seed}: a start from the log comes to something else");
    }

    private static void AssertEditorsWin(List<StoryLogEntry> log, int seed)
    {
        var edited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in log)
        {
            string[] touched = entry switch
            {
                StoriesMerged merge => [merge.StoryId, merge.From],
                StorySplit split => [split.StoryId, split.NewStoryId],
                ArticlePinned pin => [pin.StoryId],
                _ => [],
            };
            var automatic = entry is StoriesMerged { Automatic: true } or StorySplit { Automatic: true };
            Assert.False(automatic && edited.Overlaps(touched), $"seed {seed}: {JsonSerializer.Serialize<object>(entry)} undoes an editor's work");
            if (!automatic)
            {
                edited.UnionWith(touched);
            }
        }
    }
}
