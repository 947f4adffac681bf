using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Restores;

/// <summary>What one service does when the database of another was restored from an older copy.</summary>
public interface IRestoreHealing
{
    /// <summary>The clocks of several machines and the work under way when a backup begins: so much before it is healed too.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>The service that heals: name of its queues and database.</summary>
    static abstract string Service { get; }

    /// <summary>Those that must have healed before this service's own restore is done with.</summary>
    static abstract IReadOnlyList<string> Others { get; }

    OutcomeMetrics Metrics { get; }

    /// <summary>Ends when the healing is durable: a kill afterwards loses none of it. Asked again, it may do the same again, to the same end.</summary>
    Task HealAsync(DatabaseRestored restored, CancellationToken ct);
}
