using System.Diagnostics.Metrics;

namespace NewsPlatform.Ingestion.ShowLimits;

/// <summary>Counts how often this process was stopped by a limit.</summary>
internal sealed class LimitHits
{
    private readonly long[] _hits = new long[Enum.GetValues<IngestionLimit>().Length];
    private readonly Counter<long> _counter;

    public LimitHits(IMeterFactory meters, TimeProvider time)
    {
        _counter = meters.Create(IngestionMetrics.MeterName).CreateCounter<long>("newsplatform.limit.hits", unit: "{hit}", description: "How often a limit stopped or cut what came from the web (see /api/v1/limits).");
        Since = time.GetUtcNow();
    }

    /// <summary>When counting began: the process's start.</summary>
    public DateTimeOffset Since { get; }

    public void Hit(IngestionLimit? limit)
    {
        if (limit is not { } hit)
            return;

        Interlocked.Increment(ref _hits[(int)hit]);
        _counter.Add(1, new KeyValuePair<string, object?>("Limit", hit.ToString()));
    }

    public long Of(IngestionLimit limit) => Interlocked.Read(ref _hits[(int)limit]);
}
