using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NewsPlatform.EndToEnd.Tests.Faults;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Leaders;

/// <summary>Two enrichment processes on one database and one RabbitMQ: the story leader goes, or only seems to, while news comes in.</summary>
[Collection(nameof(FaultTests))]
public sealed partial class TwoReplicasTests : IAsyncLifetime
{
    private const int Events = 20;
    private const int FewInHand = 5;
    private const int SqliteBusy = 5;

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

    [Fact]
    public async Task A_leader_that_is_only_cut_off_and_goes_on_deciding_makes_no_story_twice_and_puts_no_article_in_two()
    {
        await using var run = await StartAsync();
        var desk = new EventDesk(run.Api);
        await PushAsync(desk, telling: 0);
        var (leader, standby) = await LeaderAsync(run);
        await run.Api.SettlesAsync(desk.Pushed, Patience);

        var analysed = Analysis().Count(run.OutputOf(standby));

        // Held while the broker hands it work; then the broker loses it, and both go on with the same articles on the same log.
        await HoldBetweenWritesAsync(run, leader);
        await PushAsync(desk, telling: 1);
        await CountsAsync(() => Analysis().Count(run.OutputOf(standby)), analysed + FewInHand, "analyses, which the broker hands on to the leader");
        _networks[leader].LoseClients();
        var before = DecisionsOf(run, leader);
        await run.ProcessOf(leader).SignalAsync("CONT");
        await CountsAsync(() => DecisionsOf(run, leader), before + 1, $"decisions of {leader}, which is cut off");
        await CountsAsync(() => DecisionsOf(run, standby), 1, $"decisions of {standby}, which has taken over");
        await PushAsync(desk, telling: 2);
        _networks[leader].Heal();

        await run.Api.SettlesAsync(desk.Pushed, Patience);
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

    // A process that is stopped in the middle of a write would keep the other one out of the database.
    private async Task HoldBetweenWritesAsync(DistributedRun run, string replica) => await Eventually.BecomesAsync(
        async () =>
        {
            await run.ProcessOf(replica).SignalAsync("STOP");
            if (CanWrite(Path.Combine(_folder.Path, "enrichment.db")))
            {
                return true;
            }

            await run.ProcessOf(replica).SignalAsync("CONT");
            return false;
        },
        held => held,
        Patience,
        $"{replica} stopped between two writes");

    private static bool CanWrite(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 1, Pooling = false }.ToString());
        connection.Open();
        try
        {
            using var begun = connection.BeginTransaction(deferred: false);
            return true;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SqliteBusy)
        {
            return false;
        }
    }

    private static Task CountsAsync(Func<int> count, int least, string what) =>
        Eventually.BecomesAsync(() => Task.FromResult(count()), counted => counted >= least, Patience, $"{least} {what}");

    private static int DecisionsOf(DistributedRun run, string replica) => Decision().Count(run.OutputOf(replica));

    [GeneratedRegex("Article \\S+ revision \\d+: assign (?:opened|joined|known)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Decision();

    [GeneratedRegex("Article \\S+ revision \\d+: analy[sz]e", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Analysis();
}
