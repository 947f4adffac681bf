using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>Forgets hosts that nobody asked for a day.</summary>
internal sealed class HostTurnSweep(IHostTurnStore store, TimeProvider time, ILogger<HostTurnSweep> logger) : TimedWork(TimeSpan.FromHours(1), time, logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = time;

    protected override Task RunDueAsync(CancellationToken ct) => store.RemoveIdleAsync(_time.GetUtcNow() - Kept, ct);
}
