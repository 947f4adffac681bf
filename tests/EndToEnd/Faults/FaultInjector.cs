using Microsoft.Data.Sqlite;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>Breaks one thing, holds it broken, mends it and waits until the platform is whole again.</summary>
internal sealed class FaultInjector(FaultedPlatform platform, Random random, bool onSqlite, FaultProxy? storeNetwork)
{
    private static readonly TimeSpan BrokerNoticed = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StoreNoticed = TimeSpan.FromSeconds(90);

    private readonly List<string> _skipped = [];

    /// <summary>Services killed so far, beside other faults too.</summary>
    public int Kills { get; private set; }

    /// <summary>What could not be injected here, with the reason.</summary>
    public IReadOnlyCollection<string> Skipped => _skipped;

    /// <summary>Injects one; null when this machine or engine cannot have it.</summary>
    public Task<FaultRecord?> InjectAsync(FaultKind kind) => kind switch
    {
        FaultKind.ServiceKilled => KillAsync(),
        FaultKind.BrokerStopped => OutageAsync(kind, platform.Broker.StopAsync, platform.Broker.StartAsync, BrokerNoticed),
        FaultKind.BrokerKilled => OutageAsync(kind, platform.Broker.KillAsync, platform.Broker.StartAsync, noticed: null),
        FaultKind.BrokerReset => OutageAsync(kind, platform.Broker.ResetAsync, () => Task.CompletedTask, noticed: null),
        FaultKind.NetworkRefused => OutageAsync(kind, Do(platform.Network.Refuse), Do(platform.Network.Heal), BrokerNoticed),
        FaultKind.NetworkDropped => OutageAsync(kind, Do(platform.Network.DropAll), Do(platform.Network.Heal), noticed: null),
        FaultKind.NetworkSilent => OutageAsync(kind, Do(platform.Network.FallSilent), Do(platform.Network.Heal), BrokerNoticed),
        FaultKind.NetworkDelayed => OutageAsync(kind, Do(() => platform.Network.Delay(TimeSpan.FromMilliseconds(random.Next(50, 300)))), Do(platform.Network.Heal), noticed: null),
        FaultKind.FrameCut => OutageAsync(kind, Do(platform.Network.CutAmidFrame), Do(platform.Network.Heal), noticed: null),
        FaultKind.StoreLocked => onSqlite ? LockFileAsync() : SilenceStoreAsync(),
        FaultKind.DiskFull => FillDiskAsync(),
        FaultKind.ClockStepped => StepClockAsync(),
        FaultKind.ConsumerStopped => StopConsumerAsync(),
        _ => throw new InvalidOperationException($"Nothing injects {kind}: add it here."),
    };

    private async Task<FaultRecord?> KillAsync()
    {
        var services = platform.Run.Services.ToArray();
        random.Shuffle(services);
        var victims = services[..random.Next(1, 3)];
        foreach (var service in victims)
        {
            await KillAsync(service);
        }

        return new FaultRecord(FaultKind.ServiceKilled, string.Join('+', victims), await platform.RecoverAsync());
    }

    private Task KillAsync(string service, IReadOnlyDictionary<string, string>? more = null)
    {
        Kills++;
        return platform.Run.KillAndStartAsync(service, more);
    }

    // While the broker is away one service in two is killed too: it has to start without.
    private async Task<FaultRecord?> OutageAsync(FaultKind kind, Func<Task> begin, Func<Task> end, TimeSpan? noticed)
    {
        var alsoKilled = random.Next(2) == 0 ? FaultedPlatform.Services[random.Next(FaultedPlatform.Services.Count)] : null;
        await begin();
        if (noticed is { } patience)
        {
            await platform.BecomesUnreadyAsync(FaultedPlatform.Services, patience);
        }

        if (alsoKilled is not null)
        {
            await KillAsync(alsoKilled);
        }

        await HoldAsync();
        await end();
        return new FaultRecord(kind, alsoKilled is null ? "broker" : $"broker, {alsoKilled} killed meanwhile", await platform.RecoverAsync());
    }

    // What a lock is to a file: the server holds the connection and answers nothing.
    private async Task<FaultRecord?> SilenceStoreAsync()
    {
        if (storeNetwork is null)
        {
            return Skip("StoreLocked: the database server is not on this machine");
        }

        storeNetwork.FallSilent();
        await platform.BecomesUnreadyAsync(FaultedPlatform.Services, StoreNoticed);
        await HoldAsync();
        storeNetwork.Heal();
        return new FaultRecord(FaultKind.StoreLocked, "all, by silence", await platform.RecoverAsync());
    }

    private async Task<FaultRecord?> LockFileAsync()
    {
        var service = FaultedPlatform.Services[random.Next(FaultedPlatform.Services.Count)];
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(platform.Disk.Path, service)}.db;Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync();
            await platform.BecomesUnreadyAsync([service], StoreNoticed);
            await HoldAsync();
        }

        return new FaultRecord(FaultKind.StoreLocked, service, await platform.RecoverAsync());
    }

    private async Task<FaultRecord?> FillDiskAsync()
    {
        if (!onSqlite || !platform.Disk.CanBeFilled)
        {
            return Skip(onSqlite ? "DiskFull: nothing may be mounted here (needs root)" : "DiskFull: the engine's disk is another machine's");
        }

        platform.Disk.Fill();
        try
        {
            // Readiness may still be true: a log that has grown before has room inside.
            await HoldAsync();
            await HoldAsync();
        }
        finally
        {
            platform.Disk.Empty();
        }

        return new FaultRecord(FaultKind.DiskFull, "all", await platform.RecoverAsync());
    }

    private async Task<FaultRecord?> StepClockAsync()
    {
        if (SteppedClock.Library is null)
        {
            return Skip("ClockStepped: libfaketime is not installed (package faketime)");
        }

        var service = FaultedPlatform.Services[random.Next(FaultedPlatform.Services.Count)];
        await KillAsync(service, platform.Clock.VariablesOf(service));
        await platform.RecoverAsync();
        foreach (var limit in new[] { 7_200, 600 })
        {
            platform.Clock.Step(service, TimeSpan.FromSeconds(random.Next(-limit, limit)));
            await HoldAsync();
        }

        await KillAsync(service);
        return new FaultRecord(FaultKind.ClockStepped, service, await platform.RecoverAsync());
    }

    private async Task<FaultRecord?> StopConsumerAsync()
    {
        var process = platform.Run.ProcessOf("enrichment");
        await process.SignalAsync("STOP");
        await HoldAsync();
        await HoldAsync();
        await process.SignalAsync("CONT");
        return new FaultRecord(FaultKind.ConsumerStopped, "enrichment", await platform.RecoverAsync());
    }

    // What is broken stays so for a while of the seed's.
    private Task HoldAsync() => Task.Delay(TimeSpan.FromMilliseconds(random.Next(500, 4_000)));

    private FaultRecord? Skip(string reason)
    {
        if (!_skipped.Contains(reason))
        {
            _skipped.Add(reason);
        }

        return null;
    }

    private static Func<Task> Do(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}
