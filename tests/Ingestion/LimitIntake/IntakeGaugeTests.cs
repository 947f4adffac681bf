using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.LimitIntake;

public sealed class IntakeGaugeTests : IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly InMemoryArticleStore _articles = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Closes_at_the_limit_also_between_two_looks_and_opens_again_a_tenth_below_it()
    {
        var gauge = Gauge(maxPending: 20);
        await StoreAsync(0, 15);
        await gauge.MeasureAsync(default);
        Assert.True(gauge.State().IsOpen);

        for (var i = 0; i < 5; i++)
            gauge.Took();

        Assert.Equal(IntakeObstacle.Backlog, gauge.State().Obstacle);
        await StoreAsync(15, 20);
        await PublishAsync(0, 1);
        await gauge.MeasureAsync(default);
        Assert.False(gauge.State().IsOpen);
        await PublishAsync(1, 2);
        await gauge.MeasureAsync(default);
        Assert.True(gauge.State().IsOpen);
    }

    [Fact]
    public async Task Tells_to_come_back_when_the_measured_rate_will_have_made_room()
    {
        var gauge = Gauge(maxPending: 100);
        await StoreAsync(0, 200);
        await gauge.MeasureAsync(default);
        Assert.Equal(TimeSpan.FromMinutes(2), gauge.State().RetryAfter);

        for (var second = 0; second < 50; second++)
        {
            await PublishAsync(second * 2, (second * 2) + 2);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await gauge.MeasureAsync(default);
        }

        Assert.InRange(gauge.DrainPerSecond, 1.9, 2.1);
        Assert.InRange(gauge.State().RetryAfter.TotalSeconds, 5, 6); // ten to go, two a second
    }

    [Fact]
    public async Task Takes_nothing_in_while_the_disk_has_less_room_than_the_limit_and_leaves_a_servers_disk_to_the_server()
    {
        var gauge = Gauge(minFree: long.MaxValue / 10);
        var remote = Gauge(minFree: long.MaxValue / 10, StorageEngine.MongoDb);

        await gauge.MeasureAsync(default);
        await remote.MeasureAsync(default);

        Assert.Equal(IntakeObstacle.Disk, gauge.State().Obstacle);
        Assert.True(remote.State().IsOpen);
    }

    public void Dispose() => _file.Dispose();

    private IntakeGauge Gauge(long minFree, StorageEngine engine = StorageEngine.Sqlite) => Gauge(new IntakeOptions { MinFreeDiskBytes = minFree }, engine);

    private IntakeGauge Gauge(int maxPending) => Gauge(new IntakeOptions { MaxPending = maxPending, MinFreeDiskBytes = 0 }, StorageEngine.Sqlite);

    private IntakeGauge Gauge(IntakeOptions options, StorageEngine engine) => new(
        _articles,
        new SqlitePendingPageStore(_file.Database),
        new DataDisk(Options.Create(new StorageOptions { Engine = engine, Path = AppContext.BaseDirectory })),
        Options.Create(options),
        _clock);

    private Task StoreAsync(int from, int to) => _articles.SaveAsync([.. Enumerable.Range(from, to - from).Select(i => new ArticleWrite(AnArticle.Row($"{i}")))], default);

    private Task PublishAsync(int from, int to) => _articles.SaveAsync(
        [.. Enumerable.Range(from, to - from).Select(i => new ArticleWrite(AnArticle.Row($"{i}") with { Version = 1, State = ArticleState.Published }))], default);
}
