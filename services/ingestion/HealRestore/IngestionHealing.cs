using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Ingestion.HealRestore;

/// <summary>Publishing lost articles, or enrichment decisions about them: their journeys are reopened.</summary>
internal sealed class IngestionHealing(RestoreMemory memory, JourneyReopening reopening, IngestionMetrics metrics) : IRestoreHealing
{
    public static string Service => IngestionService.Name;

    public static IReadOnlyList<string> Others => ["enrichment", "publishing"];

    public OutcomeMetrics Metrics => metrics;

    public async Task HealAsync(DatabaseRestored restored, CancellationToken ct)
    {
        // In this order: an answer of the life before that comes now must not close what is reopened.
        await memory.BeginLifeAsync(restored, ct);
        await reopening.ReopenAsync(restored, ct);
    }
}
