using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>Gives out turns at hosts, by one row per registrable host that all replicas write by compare-and-set. This machine itself is asked without turns.</summary>
internal sealed class HostTurns(IHostTurnStore store, IOptions<PolitenessOptions> politeness, IOptions<PollingOptions> polling, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    private readonly HostLine _line = new();

    /// <summary>Null: it is the caller's turn, to be given back. Otherwise a time to come again; each refusal of a host gives a later one, so that who waits need not crowd.</summary>
    public async Task<DateTimeOffset?> TryTakeAsync(Uri address, string lease, TimeSpan? crawlDelay, CancellationToken ct)
    {
        if (SiteHost.IsThisMachine(address))
            return null;

        var host = SiteHost.Of(address);
        var policy = PolicyOf(crawlDelay);
        if (_line.BusyUntil(host, time.GetUtcNow()) is { } busy)
            return _line.Queue(host, busy, policy.LongestGap);

        while (true)
        {
            var turn = await FindAsync(host, ct);
            var (taken, until) = HostTurnRules.Take(turn, lease, policy, time.GetUtcNow(), Random.Shared.NextDouble());
            if (taken is null)
            {
                _line.Note(host, until);
                return _line.Queue(host, until, policy.LongestGap);
            }

            if (await store.TrySaveAsync(taken, ct))
            {
                _line.Note(host, until);
                return null;
            }
        }
    }

    /// <summary>Works in a turn of its own. Null: done. Otherwise nothing was done yet, and this is the time to come again.</summary>
    public async Task<DateTimeOffset?> RunAsync(Uri address, string lease, Func<Task> work, CancellationToken ct)
    {
        if (await TryTakeAsync(address, lease, crawlDelay: null, ct) is { } until)
            return until;

        try
        {
            await work();
        }
        finally
        {
            await GiveBackAsync(address, lease, CancellationToken.None);
        }

        return null;
    }

    /// <summary>Waits for the turn, for a further request of what is under way with this very lease; false when that would take longer than a minute.</summary>
    public Task<bool> TryAwaitAsync(Uri address, string lease, CancellationToken ct) => TryAwaitAsync(address, lease, crawlDelay: null, Patience, ct);

    /// <summary>The same with a patience of the caller's own.</summary>
    public async Task<bool> TryAwaitAsync(Uri address, string lease, TimeSpan? crawlDelay, TimeSpan patience, CancellationToken ct)
    {
        var until = time.GetUtcNow() + patience;
        while (await TryTakeAsync(address, lease, crawlDelay, ct) is { } next)
        {
            if (next > until)
                return false;

            await WaitAsync(next - time.GetUtcNow(), ct);
        }

        return true;
    }

    public Task GiveBackAsync(Uri address, string lease, CancellationToken ct) =>
        SiteHost.IsThisMachine(address) ? Task.CompletedTask : ChangeAsync(SiteHost.Of(address), turn => HostTurnRules.GiveBack(turn, lease), ct);

    /// <summary>The whole host is left alone for so long, at most as long as the options grant; nothing happens when only the source is to rest.</summary>
    public Task LeaveAloneAsync(Uri address, TimeSpan? retryAfter, CancellationToken ct)
    {
        if (retryAfter is not { } wish || wish <= TimeSpan.Zero || politeness.Value.RetryAfterScope == RetryAfterScope.Source || SiteHost.IsThisMachine(address))
            return Task.CompletedTask;

        var host = SiteHost.Of(address);
        var until = time.GetUtcNow() + Granted(wish);
        _line.Note(host, until);
        return ChangeAsync(host, turn => HostTurnRules.LeaveAlone(turn, until), ct);
    }

    /// <summary>What of a site's wish is granted.</summary>
    public TimeSpan Granted(TimeSpan wish) => wish < politeness.Value.MaxRetryAfter ? wish : politeness.Value.MaxRetryAfter;

    // Asks not again before its place in the line comes: each refusal would put it at the line's end. Monotonic, in short steps: a wall clock may be set.
    private async Task WaitAsync(TimeSpan pause, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (pause - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            await Task.Delay(left < Step ? left : Step, time, ct);
    }

    private async Task ChangeAsync(string host, Func<HostTurn, HostTurn> change, CancellationToken ct)
    {
        HostTurn turn;
        do
        {
            turn = await FindAsync(host, ct);
        }
        while (change(turn) is var changed && changed != turn && !await store.TrySaveAsync(changed, ct));
    }

    private async Task<HostTurn> FindAsync(string host, CancellationToken ct) => await store.TryFindAsync(host, ct) ?? new HostTurn { Host = host };

    private HostPolicy PolicyOf(TimeSpan? crawlDelay)
    {
        var options = politeness.Value;
        var own = TimeSpan.FromSeconds(options.DelaySeconds);
        return new HostPolicy(options.ConcurrentPerHost, crawlDelay > own ? crawlDelay.Value : own, options.JitterPercent / 100, polling.Value.Claim);
    }
}
