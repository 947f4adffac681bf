using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>How the dispatcher sends.</summary>
internal sealed class DispatchOptions
{
    public const string Section = "Dispatch";

    /// <summary>Articles that are sent and unanswered at a time, at most: what the broker ever holds.</summary>
    [Range(1, 100_000)]
    public int Window { get; init; } = 2_000;

    /// <summary>Bytes of their contents together: what broker, queues and consumers hold of them, a few times over. An article larger than the rest goes alone.</summary>
    [Range(1_048_576, 1_073_741_824)]
    public int WindowBytes { get; init; } = 64 * 1_048_576;

    /// <summary>Articles stored as sent and published in one go.</summary>
    [Range(1, 1_000)]
    public int BatchSize { get; init; } = 256;

    /// <summary>An article is overtaken when one that was sent this many seconds later is answered. More than all retries of a consumer take.</summary>
    [Range(1, 3_600)]
    public double OvertakenSeconds { get; init; } = 180;

    /// <summary>Seconds without any answer after which everything sent is sent again; doubled each time until an answer comes.</summary>
    [Range(1, 3_600)]
    public double QuietSeconds { get; init; } = 60;

    /// <summary>The longest such period, in seconds.</summary>
    [Range(1, 86_400)]
    public double MaxQuietSeconds { get; init; } = 1_800;

    /// <summary>Attempts that count against an article before it is dead.</summary>
    [Range(1, 100)]
    public int MaxStrikes { get; init; } = 10;

    /// <summary>Seconds that the process must outlive a careful single send before the next one goes.</summary>
    [Range(0.1, 600)]
    public double ProbationSeconds { get; init; } = 10;

    /// <summary>Seconds after which a sent article of which this process knows nothing is taken over from a replica that is gone.</summary>
    [Range(10, 86_400)]
    public double OrphanSeconds { get; init; } = 900;

    /// <summary>Seconds between two looks at what the store holds as sent.</summary>
    [Range(0.1, 600)]
    public double ReconcileSeconds { get; init; } = 5;

    internal TimeSpan Overtaken => TimeSpan.FromSeconds(OvertakenSeconds);

    internal TimeSpan Quiet => TimeSpan.FromSeconds(QuietSeconds);

    internal TimeSpan MaxQuiet => TimeSpan.FromSeconds(MaxQuietSeconds);

    internal TimeSpan Probation => TimeSpan.FromSeconds(ProbationSeconds);

    internal TimeSpan Orphan => TimeSpan.FromSeconds(OrphanSeconds);

    internal TimeSpan Reconcile => TimeSpan.FromSeconds(ReconcileSeconds);
}
