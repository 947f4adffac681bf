using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.PublishArticle;

/// <summary>
/// Several processes publish, withdraw and release the same few articles in any interleaving, are killed between any two steps and get
/// their messages again, late and out of order. A client that follows the log must end with what readers see.
/// </summary>
public sealed class PublishingScheduleTests : IDisposable
{
    private const int Seeds = 60;
    private const int Articles = 3;
    private const int Revisions = 3;
    private const int Processes = 3;

    private readonly SqliteFile _file = new();
    private readonly SqliteArticleReadStore _store;
    private readonly OrderedLog _log;

    public PublishingScheduleTests() => (_store, _log) = (new SqliteArticleReadStore(_file.Database), new OrderedLog(new SqliteLogStore(_file.Database)));

    [Fact]
    public async Task The_log_has_no_gap_and_no_repeat_begins_with_published_and_ends_in_what_readers_see()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            await PlayAsync(seed);
            await CheckAsync(seed);
        }
    }

    public void Dispose() => _file.Dispose();

    private async Task PlayAsync(int seed)
    {
        var random = new Random(seed);
        var clock = new ManualClock(AnArticle.Noon);
        using var schedule = new Schedule(random, killOneIn: 25);
        var store = new GatedArticles<SqliteArticleReadStore>(_store, schedule);
        var changes = new ChangeLog(new OrderedLog(new GatedLog(new SqliteLogStore(_file.Database), schedule)), store, new ChangeSignal(), clock);
        var groups = GroupsOf(seed, random, clock);

        async Task PublishAsync()
        {
            while (groups.TryDequeue(out var group))
            {
                try
                {
                    await changes.RecordAsync(await store.PutNewerAsync(group, CancellationToken.None), CancellationToken.None);
                }
                catch (KilledException)
                {
                    groups.Enqueue(group);
                }
            }
        }

        async Task ReleaseAsync()
        {
            for (var round = 0; round < 4; round++)
            {
                clock.Advance(TimeSpan.FromMinutes(random.Next(10)));
                try
                {
                    await new ArticleReleaser(store, changes, new ShownStories(new SqliteStoryReadStore(_file.Database), changes), clock).ReleaseDueAsync(CancellationToken.None);
                }
                catch (KilledException)
                {
                    // The next round is the process started anew.
                }
            }
        }

        await schedule.PlayAsync([.. Enumerable.Repeat<Func<Task>>(PublishAsync, Processes), ReleaseAsync]);
        clock.Advance(TimeSpan.FromHours(1));
        var unhurt = new ChangeLog(_log, _store, new ChangeSignal(), clock);
        await new ArticleReleaser(_store, unhurt, new ShownStories(new SqliteStoryReadStore(_file.Database), unhurt), clock).ReleaseDueAsync(CancellationToken.None);
    }

    private async Task CheckAsync(int seed)
    {
        var entries = await _log.ReadAsync(1, int.MaxValue, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(position => (long)position), entries.Select(entry => entry.Position));
        foreach (var article in ArticlesOf(seed))
        {
            var state = Assert.Single(await _store.ReadStatesAsync([article], CancellationToken.None));
            var told = entries.Where(entry => entry.Subject == article).ToList();
            Assert.Equal(Revisions, state.Revision);
            Assert.Equal(told.Select(entry => entry.Revision).Distinct().Order(), told.Select(entry => entry.Revision));
            Assert.All(told, entry => Assert.Equal(entry == told[0], entry.Kind == ChangeTypes.Published));
            Assert.True(
                told.Count == 0 ? state.Standing == Standing.Withdrawn : told[^1].Revision == Revisions && (told[^1].Kind == ChangeTypes.Withdrawn) == (state.Standing == Standing.Withdrawn),
                $"Seed {seed}: article {article} is {state.Standing}, the log tells {string.Join(", ", told.Select(entry => $"{entry.Kind} {entry.Revision}"))}.");
        }
    }

    private static Queue<List<ArticleChange>> GroupsOf(int seed, Random random, ManualClock clock)
    {
        var messages = ArticlesOf(seed).SelectMany(article => Enumerable.Range(1, Revisions).Select(revision => ChangeOf(article, revision, random, clock))).ToList();
        var deliveries = messages.Concat(messages.OrderBy(_ => random.Next()).Take(4)).OrderBy(_ => random.Next());
        return new Queue<List<ArticleChange>>(deliveries.Chunk(2).Select(group => group.ToList()));
    }

    private static ArticleChange ChangeOf(string article, int revision, Random random, ManualClock clock) => random.Next(3) switch
    {
        0 => ArticleChanges.Of(AnArticle.Withdrawn(article, revision), clock.Now),
        1 => ArticleChanges.Of(AnArticle.Enriched(article, revision, embargoedUntil: AnArticle.Noon.AddMinutes(random.Next(1, 30))), clock.Now),
        _ => ArticleChanges.Of(AnArticle.Enriched(article, revision), clock.Now),
    };

    private static IEnumerable<string> ArticlesOf(int seed) => Enumerable.Range(0, Articles).Select(number => $"{seed}-{number}");
}
