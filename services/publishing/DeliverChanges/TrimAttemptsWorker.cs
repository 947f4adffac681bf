using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Takes attempts out of the delivery log whose time is over, of endpoints too that nothing is sent to.</summary>
internal sealed class TrimAttemptsWorker(ISubscriberStore store, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<TrimAttemptsWorker> logger)
    : TimedWork(TimeSpan.FromHours(1), clock, logger)
{
    private const int PageSize = 200;

    private readonly TimeProvider _clock = clock;

    protected override async Task RunDueAsync(CancellationToken ct)
    {
        string? after = null;
        while (await store.ReadAsync(SubscriberKind.Webhook, after, PageSize, ct) is [.., var last] page)
        {
            foreach (var row in page)
            {
                await store.TrimAttemptsAsync(row.Id, options.Value.LogAttempts, _clock.GetUtcNow().AddDays(-options.Value.LogDays), ct);
            }

            after = last.Id;
        }
    }
}
