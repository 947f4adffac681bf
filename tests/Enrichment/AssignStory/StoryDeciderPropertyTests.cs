using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Tests.Logs;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>Two deciders on one log, one of them a zombie that keeps its prefetched work, with kills and redeliveries by seed: the model of the story leader, run on the real classes.</summary>
public sealed class StoryDeciderPropertyTests
{
    private const int Schedules = 300;
    private const int Events = 4;
    private const int ArticlesPerEvent = 4;

    [Fact]
    public void No_schedule_of_two_leaders_and_kills_doubles_a_story_or_assigns_an_article_twice()
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var (log, answers) = RunSchedule(seed);

            AssertEachOnce(log, seed);
            AssertOneStoryAnEvent(log, seed);
            AssertAnsweredAsLogged(log, answers, seed);
        }
    }

    private static (List<ArticleAssigned> Log, List<StoryDecision> Answers) RunSchedule(int seed)
    {
        var random = new Random(seed);
        var store = new SeededLogStore(random, staleTail: 0, kill: 0.05);
        var deliveries = Deliveries(random);
        var prefetched = new Queue<AssignArticle[]>(deliveries.Take(3));
        var answers = new List<StoryDecision>();
        var snapshots = new SnapshotsInMemory();
        new TurnScheduler(random).Run([() => LeadAsync(prefetched), () => LeadAsync(deliveries)]);
        var log = store.Entries.Count == 0 ? [] : Read(store);
        return (log, answers);

        async Task LeadAsync(Queue<AssignArticle[]> queue)
        {
            var decider = NewDecider(store, snapshots);
            while (queue.TryDequeue(out var batch))
            {
                try
                {
                    if (random.Next(3) == 0)
                    {
                        await decider.FollowAsync(CancellationToken.None);
                    }

                    if (random.Next(4) == 0)
                    {
                        await decider.KeepSnapshotAsync(CancellationToken.None);
                    }

                    answers.AddRange((await decider.CommitAsync(batch, CancellationToken.None)).Select(answer => answer.Decision!));
                }
                catch (KilledException)
                {
                    // Some of the killed come back as the same process after a lost connection, some start anew.
                    decider = random.Next(2) == 0 ? decider : NewDecider(store, snapshots);
                    queue.Enqueue(batch);
                }
            }
        }
    }

    private static Queue<AssignArticle[]> Deliveries(Random random)
    {
        var articles = (from happening in Enumerable.Range(0, Events) from article in Enumerable.Range(0, ArticlesPerEvent)
            select new AssignArticle(ACandidate.About(happening, $"{happening}-{article}", article % 2))).ToArray();
        random.Shuffle(articles);
        var redelivered = Enumerable.Range(0, 2).Select(_ => random.GetItems(articles, 3));
        return new Queue<AssignArticle[]>(articles.Chunk(3).Concat(redelivered));
    }

    // Some schedules keep snapshots, and every start reads the newest.
    private static StoryDecider NewDecider(ILogStore store, SnapshotsInMemory snapshots) => ADecider.On(store, snapshots, everyDecisions: 1);

    private static List<ArticleAssigned> Read(SeededLogStore store) =>
        [.. store.Entries.Select(StoryLogWords.HeadOf).Cast<ArticleAssigned>()];

    private static void AssertEachOnce(List<ArticleAssigned> log, int seed)
    {
        Assert.True(log.Select(entry => entry.ArticleId).Distinct().Count() == Events * ArticlesPerEvent, $"seed {seed}: an article is missing");
        Assert.True(log.Count == Events * ArticlesPerEvent, $"seed {seed}: an article is assigned twice");
        Assert.True(log.Select(entry => entry.Position).SequenceEqual(Enumerable.Range(1, log.Count).Select(position => (long)position)), $"seed {seed}: gap or repeat in the log");
    }

    private static void AssertOneStoryAnEvent(List<ArticleAssigned> log, int seed)
    {
        var storiesOfEvents = log.GroupBy(entry => entry.ArticleId[0]).Select(happening => happening.Select(entry => entry.StoryId).Distinct().Count());
        Assert.True(storiesOfEvents.All(count => count == 1), $"seed {seed}: an event has two stories");
        Assert.True(log.Select(entry => entry.StoryId).Distinct().Count() == Events, $"seed {seed}: two events share a story");
    }

    private static void AssertAnsweredAsLogged(List<ArticleAssigned> log, List<StoryDecision> answers, int seed)
    {
        var logged = log.ToDictionary(entry => entry.Position, entry => entry.StoryId);
        Assert.True(answers.TrueForAll(answer => logged[answer.Position] == answer.StoryId), $"seed {seed}: an answer differs from the log");
    }
}
