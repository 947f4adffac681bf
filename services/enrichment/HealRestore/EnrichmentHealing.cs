using NewsPlatform.Contracts.Restores;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Enrichment.HealRestore;

/// <summary>
/// Publishing lost stories: every one is announced anew. All of them, for the held versions do not say when they were answered; publishing
/// ignores what it holds. Of what ingestion lost, enrichment has nothing to tell.
/// </summary>
internal sealed class EnrichmentHealing(
    [FromKeyedServices(EnrichmentService.Name)] IServiceFacts facts, IAnnouncementStore store, AnnouncementOpening opening, EnrichmentMetrics metrics) : IRestoreHealing
{
    public static string Service => EnrichmentService.Name;

    public static IReadOnlyList<string> Others => ["ingestion", "publishing"];

    public OutcomeMetrics Metrics => metrics;

    public async Task HealAsync(DatabaseRestored restored, CancellationToken ct)
    {
        if (restored.Service == "publishing")
        {
            // In this order: an answer of the life before that comes now must not end an announcement.
            await AnsweringLife.BeginAsync(facts, restored, ct);
            await store.ForgetHeldAsync(ct);
            await opening.OpenUnansweredAsync(ct);
        }
    }
}
