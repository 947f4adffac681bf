using System.Globalization;
using System.Text.RegularExpressions;
using NewsPlatform.EndToEnd.Tests.Faults;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Leaders;

/// <summary>Two enrichment processes on one database and one RabbitMQ: the story leader is killed while news comes in.</summary>
[Collection(nameof(FaultTests))]
public sealed partial class TwoReplicasTests : IAsyncLifetime
{
    private const int Events = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, FaultProxy> _networks = new(StringComparer.Ordinal);
    private RabbitMqServer? _broker;

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitMqServer.StartOrSkipAsync();
        _networks["one"] = FaultProxy.Before(new Uri(_broker.Uri).Port);
        _networks["two"] = FaultProxy.Before(new Uri(_broker.Uri).Port);
    }

    [Fact]
    public async Task A_killed_leader_leaves_no_story_twice_and_no_article_in_two()
    {
        await using var run = await StartAsync();
        var desk = new EventDesk(run.Api);
        await PushAsync(desk, telling: 0);
        var (leader, standby) = await LeaderAsync(run);

        await run.ProcessOf(leader).KillAsync();

        await PushAsync(desk, telling: 1);
        await run.Api.SettlesAsync(desk.Pushed, Patience);
        Assert.NotEqual(0, DecisionsOf(run, standby));
        await desk.AssertOneStoryAnEventAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var network in _networks.Values)
        {
            await network.DisposeAsync();
        }

        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    // Two replicas in the place of the run's own one, each with a network of its own.
    private async Task<DistributedRun> StartAsync()
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging__LogLevel__Default"] = "Debug",
            ["Messaging__RetryMaxSeconds"] = "2",
            ["Dispatch__OvertakenSeconds"] = "20",
            ["Dispatch__QuietSeconds"] = "15",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_gcServer"] = "0",
        };
        var run = await DistributedRun.StartAsync(_folder.Path, _broker!.Uri, storage: null, told);
        foreach (var (name, network) in _networks)
        {
            run.AddReplica(name, "enrichment", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Messaging__RabbitMq__Uri"] = string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{network.Port}/"),
            });
        }

        await run.BecomesReadyAsync(_networks.Keys, Patience);
        await run.ProcessOf("enrichment").TerminateAsync();
        return run;
    }

    // Whose consumer of the queue is the active one is RabbitMQ's to say: the leader is who decides.
    private async Task<(string Leader, string Standby)> LeaderAsync(DistributedRun run)
    {
        var deciding = await Eventually.BecomesAsync(
            () => Task.FromResult(_networks.Keys.Where(name => DecisionsOf(run, name) > 2).ToList()), names => names.Count > 0, Patience, "a leader that decides");
        return (deciding[0], _networks.Keys.Single(name => name != deciding[0]));
    }

    private static async Task PushAsync(EventDesk desk, int telling)
    {
        for (var happening = 0; happening < Events; happening++)
        {
            await desk.PushAsync(happening, telling);
        }
    }

    private static int DecisionsOf(DistributedRun run, string replica) => Decision().Count(run.OutputOf(replica));

    [GeneratedRegex("Article \\S+ revision \\d+: assign (?:opened|joined|known)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Decision();
}
