using NewsPlatform.Hosting.Workers;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>Forgets subscriptions whose lease is over, and those that were switched off because their callback is gone or did not come back.</summary>
internal sealed class EndSubscriptionsWorker(ISubscriberStore store, PublishingMetrics metrics, TimeProvider clock, ILogger<EndSubscriptionsWorker> logger)
    : RepeatedWork(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int PageSize = 200;

    private readonly TimeProvider _clock = clock;

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        string? after = null;
        while (await store.ReadAsync(SubscriberKind.Hub, after, PageSize, ct) is [.., var last] page)
        {
            foreach (var row in page.Where(row => row.OffBecause is not null || row.Hub!.LeaseEndsAt <= _clock.GetUtcNow())) // the hub's rows have it
            {
                // One that was renewed meanwhile stays.
                if (await store.RemoveAsync(row.Id, row.Version, ct))
                {
                    metrics.Count("end-subscription", row.OffBecause is null ? "lease-over" : "given-up");
                }
            }

            after = last.Id;
        }
    }
}
