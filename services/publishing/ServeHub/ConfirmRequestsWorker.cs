using NewsPlatform.Hosting.Workers;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>Looks which requests to the hub wait to be confirmed, and has it done: one run a request in all replicas, claimed in its row as deliveries are.</summary>
internal sealed partial class ConfirmRequestsWorker(ISubscriberStore store, SubscriberBook book, HubDesk desk, TimeProvider clock, ILogger<ConfirmRequestsWorker> logger)
    : RepeatedWork(TimeSpan.FromSeconds(0.5), clock, logger)
{
    private static readonly SubscriberKind[] s_kinds = [SubscriberKind.HubRequest];

    private readonly ILogger<ConfirmRequestsWorker> _logger = logger;
    private readonly TimeProvider _clock = clock;
    private readonly SubscriberRuns _runs = new(HubRules.AskedAtOnce);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _runs.WhenOverAsync(cancellationToken);
    }

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        var due = await store.ReadDueAsync(s_kinds, _clock.GetUtcNow(), tail: null, HubRules.Waiting, ct);

        // Whoever was not asked yet goes first: callbacks that do not answer hold nobody up twice.
        foreach (var row in due.Where(row => !_runs.Has(row.Id)).OrderBy(row => row.Failures))
        {
            if (_runs.IsFull)
            {
                break;
            }

            _runs.Start(row.Id, () => RunAsync(row, ct), failure => LogBroke(failure, row.Url.Host), ct);
        }
    }

    private async Task RunAsync(Subscriber row, CancellationToken ct)
    {
        var owner = Guid.NewGuid().ToString("N");
        var claimed = await book.ChangeAsync(row.Id, current => current.Version == row.Version ? current.Claimed(owner, _clock.GetUtcNow()) : null, ct);
        if (claimed?.Owner != owner)
        {
            return;
        }

        // What breaks here counts as a try, so that no callback is asked without end.
        var left = claimed.Tried(problem: null, retryAfter: null, _clock.GetUtcNow());
        try
        {
            left = await desk.ConfirmAsync(claimed, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            left = claimed;
            throw;
        }
        finally
        {
            await EndAsync(claimed, left);
        }
    }

    // A later request for the same feed and callback, which came meanwhile, stays and has its own turn.
    private async Task EndAsync(Subscriber claimed, Subscriber? left)
    {
        if (left is null && await store.RemoveAsync(claimed.Id, claimed.Version, CancellationToken.None))
        {
            return;
        }

        await book.ChangeAsync(
            claimed.Id,
            current => current.Owner != claimed.Owner ? null : (current.Version == claimed.Version ? left ?? current : current).Released(),
            CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Confirming a request of {Host} to the hub failed")]
    private partial void LogBroke(Exception failure, string host);
}
