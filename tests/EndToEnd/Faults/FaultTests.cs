using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>Runs alone: it needs the machine's time to itself.</summary>
[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public sealed class RunsAlone;

/// <summary>Nothing is lost, doubled or stale, whatever breaks while the news comes in. <c>tests/run.sh --faults</c> runs the long form.</summary>
[Collection(nameof(FaultTests))]
public sealed class FaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RabbitMqServer? _broker;

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitMqServer.StartOrSkipAsync();
        Assert.SkipUnless(_broker.IsPrivate, $"{RabbitMqServer.AddressVariable} names a server that this test may not stop.");
    }

    [Fact]
    public Task Nothing_is_lost_doubled_or_stale_on_sqlite_whatever_breaks() => RunAsync("SQLite", storage: null, storeNetwork: null);

    [Fact]
    public async Task Nothing_is_lost_doubled_or_stale_on_mongodb_whatever_breaks()
    {
        var address = MongoDbAddress.OrSkip();
#if MONGODB
        var server = new Uri(address);
        var prefix = $"faults{Guid.NewGuid():N}"[..16];
        await using var network = server.IsLoopback ? FaultProxy.Before(server.Port) : null;
        try
        {
            var storage = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Storage__Engine"] = "MongoDb",
                ["Storage__MongoDb__ConnectionString"] = network is null ? address : $"mongodb://127.0.0.1:{network.Port}/?directConnection=true",
                ["Storage__MongoDb__DatabasePrefix"] = prefix,
            };
            await RunAsync("MongoDB", storage, network);
        }
        finally
        {
            await Testing.MongoDb.MongoTestDatabase.DropAllAsync(address, prefix);
        }
#else
        Assert.Skip($"This build has no MongoDB engine for {address}: build with -p:MongoDb=true.");
        await Task.CompletedTask;
#endif
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task RunAsync(string engine, IReadOnlyDictionary<string, string>? storage, FaultProxy? storeNetwork)
    {
        var plan = FaultPlan.FromEnvironment();
        var started = TimeProvider.System.GetTimestamp();
        await using var platform = await FaultedPlatform.StartAsync(_folder.Path, _broker!, storage);
        var injector = new FaultInjector(platform, new Random(plan.Seed), onSqlite: storage is null, storeNetwork);
        FaultOutcome outcome;
        try
        {
            outcome = await new FaultRun(plan, platform, injector, Tell).RunAsync();
        }
        catch (Exception)
        {
            await KeepLogsAsync(platform);
            throw;
        }

        output.WriteLine(FaultTable.Of(plan, engine, TimeProvider.System.GetElapsedTime(started), outcome));
        if (outcome.Audit.Findings.Count > 0 || outcome.Buckets.InFlight + outcome.Buckets.Dead + outcome.Buckets.Difference != 0)
        {
            await KeepLogsAsync(platform);
        }

        Assert.Empty(outcome.Audit.Findings);
        Assert.Equal((0, 0, 0), (outcome.Buckets.InFlight, outcome.Buckets.Dead, outcome.Buckets.Difference));

        void Tell(string line) => output.WriteLine($"{TimeProvider.System.GetElapsedTime(started):mm\\:ss} {line}");
    }

    private async Task KeepLogsAsync(FaultedPlatform platform)
    {
        var folder = Directory.CreateTempSubdirectory("newsplatform-faults-").FullName;
        foreach (var service in platform.Run.Services)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{service}.log"), platform.Run.OutputOf(service));
        }

        output.WriteLine($"The services' logs are in {folder}.");
    }
}
