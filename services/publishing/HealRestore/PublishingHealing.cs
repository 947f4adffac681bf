using MassTransit;
using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing.HealRestore;

/// <summary>
/// Ingestion lost articles: everything stored since is answered again, and ingestion asks for what it does not know
/// (<see cref="TellArticleConsumer"/>). What enrichment lost comes back by ingestion's reopened journeys.
/// </summary>
internal sealed class PublishingHealing(IHeldArticleStore store, ChangeLog changes, IBus bus, TimeProvider clock, PublishingMetrics metrics) : IRestoreHealing
{
    private const int ArticlesPerAnswer = 256;

    public static string Service => PublishingService.Name;

    public static IReadOnlyList<string> Others => ["ingestion", "enrichment"];

    public OutcomeMetrics Metrics => metrics;

    public async Task HealAsync(DatabaseRestored restored, CancellationToken ct)
    {
        if (restored.Service != "ingestion")
        {
            return;
        }

        var epoch = await changes.ReadEpochAsync(ct);
        var since = restored.BackedUpAt - IRestoreHealing.Margin;
        StoredPosition? after = null;
        while (await store.ReadStoredSinceAsync(since, after, ArticlesPerAnswer, ct) is [.., var last] states)
        {
            await bus.Publish(Answers.Of(states, epoch, clock.GetUtcNow()), ct).InTimeAsync();
            after = new StoredPosition(last.StoredAt, last.ArticleId);
        }
    }
}
