using System.Globalization;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>The four processes with everything around them that can be broken: broker, network, disk, clocks.</summary>
internal sealed class FaultedPlatform : IAsyncDisposable
{
    private static readonly TimeSpan RecoveryPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OperatorPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Queues =
    [
        "ingestion-close-journey", "ingestion-record-dead-letter", "ingestion-adopt-article", "ingestion-close-sightings", "publishing-note-sightings", "publishing-note-source", "ingestion-heal-restore", "enrichment-heal-restore", "publishing-heal-restore", "publishing-tell-article", "enrichment-analyze-article", "enrichment-assign-story", "enrichment-close-announcement",
        "publishing-publish-article", "publishing-withdraw-article", "publishing-publish-story",
    ];

    private FaultedPlatform(RabbitMqServer broker, FaultProxy network, DataDisk disk, SteppedClock clock, DistributedRun run) =>
        (Broker, Network, Disk, Clock, Run) = (broker, network, disk, clock, run);

    public RabbitMqServer Broker { get; }

    /// <summary>Between the services and the broker.</summary>
    public FaultProxy Network { get; }

    public DataDisk Disk { get; }

    public SteppedClock Clock { get; }

    public DistributedRun Run { get; }

    /// <summary>Processes that ended by themselves and were started anew.</summary>
    public int Restarts { get; private set; }

    /// <summary>Queues without a leader, deleted as deploy/README.md tells the operator.</summary>
    public int LeaderlessQueues { get; private set; }

    /// <summary>The services with a store and a bus.</summary>
    public static IReadOnlyList<string> Services { get; } = ["ingestion", "enrichment", "publishing"];

    public static async Task<FaultedPlatform> StartAsync(string folder, RabbitMqServer broker, IReadOnlyDictionary<string, string>? storage)
    {
        var network = FaultProxy.Before(broker.Port);
        var disk = DataDisk.Mount(Path.Combine(folder, "data"));
        var clock = new SteppedClock(folder);
        var address = string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{network.Port}/");
        var run = await DistributedRun.StartAsync(disk.Path, address, storage, Patience);
        return new FaultedPlatform(broker, network, disk, clock, run);
    }

    /// <summary>Waits until every service is ready and every queue has its consumers; gives the time that it took.</summary>
    public async Task<TimeSpan> RecoverAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        await Eventually.BecomesAsync(() => FindUnwellAsync(started), unwell => unwell is null, RecoveryPatience, "the platform whole again", Interval);
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>True when every queue has a consumer.</summary>
    public async Task<bool> HasConsumersAsync() => await Broker.TryFindIdleQueueAsync(Queues) is null;

    /// <summary>Waits until each service says that it is not ready.</summary>
    public async Task BecomesUnreadyAsync(IEnumerable<string> services, TimeSpan patience)
    {
        foreach (var service in services)
        {
            await Eventually.BecomesAsync(() => Run.TryReadReadinessAsync(service), status => status == 503, patience, $"{service}'s word that it is not ready", Interval);
        }
    }

    // Looked at as a whole: one that was well may give itself up while the others come back.
    private async Task<string?> FindUnwellAsync(long since)
    {
        if (TimeProvider.System.GetElapsedTime(since) > OperatorPatience
            && await Broker.TryFindIdleQueueAsync(Queues) is { } lonely && Queues.Contains(lonely, StringComparer.Ordinal) && await Broker.TryDeleteLeaderlessAsync(lonely))
        {
            LeaderlessQueues++;
        }

        foreach (var service in Run.Services)
        {
            if (await SuperviseAsync(service) is var status && status != 200)
            {
                return $"{service} answers {status}";
            }
        }

        return await Broker.TryFindIdleQueueAsync(Queues) is { } idle ? $"no consumer of {idle}" : null;
    }

    // What an orchestrator does with a process that gave itself up.
    private Task<int?> SuperviseAsync(string service)
    {
        if (Run.ProcessOf(service).HasExited)
        {
            Restarts++;
            Run.Start(service);
        }

        return Run.TryReadReadinessAsync(service);
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        await Network.DisposeAsync();
        Disk.Dispose();
    }

    // The same machinery as by default, with less patience: a test is no night.
    private static Dictionary<string, string> Patience => new(StringComparer.Ordinal)
    {
        ["Messaging__RetryMaxSeconds"] = "2",
        ["Dispatch__OvertakenSeconds"] = "30",
        ["Dispatch__QuietSeconds"] = "15",
        ["Dispatch__ProbationSeconds"] = "2",
        ["Dispatch__ReconcileSeconds"] = "2",
        ["StoryAnnouncements__ResendAfterSeconds"] = "10",
        ["Health__WatchdogMinutes"] = "1",

        // Processes that live for seconds: what pays in the long run only makes them start slowly.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_gcServer"] = "0",
    };
}
