using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>What ingestion and enrichment send of a few articles, in any order and more than once; each revision number is given once.</summary>
internal sealed class RandomNews(TwoProcesses processes, ManualClock clock)
{
    public const int Articles = 12;
    private const int MessagesPerWriter = 40;

    private readonly long[] _revisions = new long[Articles];
    private readonly ConcurrentQueue<object> _sent = [];
    private long _storyVersion;

    public static string[] Sources { get; } = ["herald", "post"];

    public static IReadOnlyList<string> StoryIds { get; } = ["s0", "s1", "s2"];

    public static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(0, Articles).Select(number => $"a{number}")];

    /// <summary>One writer's messages; some are held back and sent later, some are sent twice.</summary>
    public async Task WriteAsync(Random random)
    {
        var late = new List<object>();
        for (var i = 0; i < MessagesPerWriter; i++)
        {
            var message = Next(random);
            _sent.Enqueue(message);
            if (random.Next(5) == 0)
            {
                late.Add(message);
            }
            else
            {
                await processes.SendAsync(message);
            }

            if (random.Next(10) == 0)
            {
                clock.Advance(TimeSpan.FromMinutes(random.Next(3)));
            }
        }

        foreach (var message in late.Concat(late.Take(2)))
        {
            await processes.SendAsync(message);
        }
    }

    /// <summary>What a broker does with what a process that ended had not acknowledged: here everything, in another order.</summary>
    public async Task SendAgainAsync(Random random)
    {
        foreach (var message in _sent.ToArray().OrderBy(_ => random.Next()))
        {
            await processes.SendAsync(message);
        }
    }

    /// <summary>Waits until the newest revision of each article is stored.</summary>
    public Task IsStoredAsync(TimeSpan patience) => Eventually.BecomesTrueAsync(
        async () => (await StatesAsync()).All(state => state.HeldRevision == _revisions[Number(state)]) && (await StatesAsync()).Count == _revisions.Count(revision => revision > 0),
        patience, "The newest revision of each article in the store");

    /// <summary>Waits until nothing is under embargo any more.</summary>
    public Task IsReleasedAsync(TimeSpan patience) => Eventually.BecomesTrueAsync(
        async () => (await StatesAsync()).All(state => state is { PendingRevision: null, ReleaseAt: null }), patience, "The end of all embargoes");

    private async Task<IReadOnlyList<ArticleState>> StatesAsync() =>
        [.. (await processes.First.Services.GetRequiredService<IArticleReadStore>().ReadStatesAsync([.. Ids], CancellationToken.None)).Where(state => state.HeldRevision > 0)];

    private static int Number(ArticleState state) => int.Parse(state.ArticleId.AsSpan(1));

    private object Next(Random random)
    {
        var number = random.Next(Articles);
        return random.Next(8) switch
        {
            0 => Move(random, number),
            1 => AnArticle.Withdrawn(Ids[number], Revision(number)),
            2 => Content(random, number, clock.Now.AddMinutes(random.Next(-2, 20))),
            _ => Content(random, number, embargoedUntil: null),
        };
    }

    private ArticleEnriched Content(Random random, int number, DateTimeOffset? embargoedUntil) => AnArticle.Enriched(
        Ids[number], Revision(number), $"Title {random.Next()}", source: Sources[random.Next(Sources.Length)], story: StoryIds[random.Next(StoryIds.Count)],
        storyVersion: Interlocked.Increment(ref _storyVersion), embargoedUntil: embargoedUntil);

    private StoryChanged Move(Random random, int number) => AnArticle.Story(StoryIds[random.Next(StoryIds.Count)], Interlocked.Increment(ref _storyVersion), Ids[number]);

    private long Revision(int number) => Interlocked.Increment(ref _revisions[number]);
}
