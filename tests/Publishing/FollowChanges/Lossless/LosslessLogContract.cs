using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>
/// Eight writers publish, revise, withdraw, embargo and move the same few articles through two processes on one database, with
/// redeliveries late and out of order; one process is ended and started anew amid. Whoever follows the log, by pages, by waiting, by a
/// stream that is cut again and again or by a filter, must end with what the API shows, without a gap or a repeat.
/// </summary>
public abstract class LosslessLogContract(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Writers = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ManualClock _clock = new(AnArticle.Noon.AddMinutes(5));

    [Fact]
    public async Task Every_follower_ends_with_what_the_api_shows()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NEWSPLATFORM_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"Seed {seed}: run it again with NEWSPLATFORM_TEST_SEED={seed}.");
        try
        {
            await PlayAsync(seed);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"With NEWSPLATFORM_TEST_SEED={seed}: {fault.Message}", fault);
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A process on the test's database.</summary>
    private protected abstract Task<PublishingHost> StartAsync(ManualClock clock);

    private async Task PlayAsync(int seed)
    {
        var random = new Random(seed);
        using var processes = new TwoProcesses(await StartAsync(_clock), await StartAsync(_clock), random.Next());
        var desk = new RandomNews(processes, _clock);
        List<LogFollower> followers =
        [
            new PageFollower(processes, random.Next(), wait: 0, source: null),
            new PageFollower(processes, random.Next(), wait: 2, source: null),
            new PageFollower(processes, random.Next(), wait: 1, source: RandomNews.Sources[0]),
            new StreamFollower(processes, random.Next(), source: null),
            new StreamFollower(processes, random.Next(), source: RandomNews.Sources[1]),
        ];
        using var over = new CancellationTokenSource();
        var following = followers.ConvertAll(follower => Task.Run(() => follower.FollowAsync(over.Token)));
        var writing = Enumerable.Range(0, Writers).Select(_ => random.Next()).ToList().ConvertAll(own => Task.Run(() => desk.WriteAsync(new Random(own))));

        await Task.WhenAll(writing.Take(Writers / 2));
        await processes.RestartSecondAsync(() => StartAsync(_clock));
        await desk.SendAgainAsync(new Random(random.Next()));
        await Task.WhenAll(writing);
        await desk.SendAgainAsync(new Random(random.Next()));
        await desk.IsStoredAsync(Patience);
        _clock.Advance(TimeSpan.FromDays(1));
        await desk.IsReleasedAsync(Patience);

        var tail = await processes.ReadTailAsync();
        foreach (var (follower, task) in followers.Zip(following))
        {
            await Eventually.BecomesTrueAsync(
                () =>
                {
                    // Whom the last entries do not concern learns of them by the beat, which goes by the clock.
                    _clock.Advance(TimeSpan.FromSeconds(2));
                    return Task.FromResult(follower.Position >= tail || task.IsCompleted);
                },
                Patience,
                $"{follower} at {tail}");
        }

        foreach (var (follower, task) in followers.Zip(following))
        {
            // The store shows a change before the log tells of it: the very last ones may be told after the tail was read.
            await Eventually.BecomesAsync(
                () =>
                {
                    _clock.Advance(TimeSpan.FromSeconds(2));
                    return FindDifferenceAsync(processes, follower);
                },
                difference => difference is null || task.IsCompleted,
                Patience,
                $"What {follower} holds");
        }

        await over.CancelAsync();
        await Task.WhenAll(following);
        var written = await processes.ReadTailAsync() - 1;
        Assert.True(written >= RandomNews.Articles, $"Only {written} entries were written.");
    }

    private static async Task<string?> FindDifferenceAsync(TwoProcesses processes, LogFollower follower)
    {
        foreach (var id in RandomNews.Ids)
        {
            using var answer = await processes.GetAsync($"/api/v1/articles/{id}");
            var article = answer.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
            var shown = article is not null && follower.Describes((string)article["source"]!["id"]!) ? (long?)article["revision"] : null;
            if (follower.Shown(id) is var told && told != shown)
            {
                return $"{follower} holds revision {told} of {id}, the API shows {shown}.";
            }
        }

        foreach (var id in RandomNews.StoryIds.Where(_ => follower.FollowsStories))
        {
            using var answer = await processes.GetAsync($"/api/v1/stories/{id}");
            var title = answer.StatusCode == HttpStatusCode.OK ? (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"] : null;
            if (follower.Story(id) is var told && told != title)
            {
                return $"{follower} holds '{told}' of story {id}, the API shows '{title}'.";
            }
        }

        return null;
    }
}
