using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Asks hubs for what is due: to subscribe, to renew before the lease ends, to end a subscription. The request is noted in the row before it is sent, so that replicas send one.</summary>
internal sealed partial class SubscriptionService(
    SubscriptionBook book, ISubscriptionStore store, HubRequest request, HostTurns turns, WebWork work, IOptions<WebSubOptions> options, ILogger<SubscriptionService> logger)
    : BackgroundService
{
    private const int AtATime = 8;
    private const int LookAhead = 100;

    private readonly WorkSlots _slots = new(AtATime, work.ConcurrentPerHost);

    // Whoever was killed with a request under way left it to its patience.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.IsOn ? work.LoopAsync(StartDueAsync, StartDueAsync, LogLoopFailed, stoppingToken) : Task.CompletedTask;

    private async Task StartDueAsync(CancellationToken ct)
    {
        if (_slots.Free == 0)
            return;

        foreach (var row in await store.ReadDueAsync(work.Now, LookAhead, ct))
        {
            var host = SiteHost.Of(row.Hub);
            if (_slots.TryTake(row.Id, host))
                work.Run(() => StepAsync(row, ct), () => _slots.GiveBack(row.Id, host), LogStepBroke);
        }
    }

    private async Task StepAsync(Subscription due, CancellationToken ct)
    {
        var row = await book.ChangeAsync(due.Id, current => current.Settle(work.Now), ct);
        if (row is null || row.AskedAt is not null || await book.LeaveIfOrphanedAsync(row, ct))
            return;

        if (HubChoice.Next(row, work.Now) is { } next)
        {
            await book.MoveAsync(row, next, ct);
            LogMoved(row.SourceId, row.Hub.Host, "move-hub", "moved", next.Address.Host, row.LastError);
            return;
        }

        if (row.AskAt > work.Now)
            return;

        if (row is { State: SubscriptionState.Leaving, Failures: >= SubscriptionRules.LeaveAttempts })
        {
            await book.TryForgetAsync(row, ct);
            return;
        }

        if (await turns.RunAsync(row.Hub, row.Id, () => AskAsync(row, ct), ct) is { } until)
            await book.ChangeAsync(row.Id, current => current.Version == row.Version ? current with { AskAt = until } : null, ct);
    }

    private async Task AskAsync(Subscription row, CancellationToken ct)
    {
        var askedAt = work.Now;
        var asked = await book.ChangeAsync(row.Id, current => current.Version == row.Version ? current.Asked(askedAt) : null, ct);
        if (asked?.AskedAt != askedAt || asked.Version != row.Version + 1)
            return;

        using var run = work.Metrics.Begin("ask-hub").Of("SourceId", row.SourceId);
        if (await request.SendAsync(asked, ct) is not { } failed)
        {
            run.End("asked");
            LogAsked(row.SourceId, row.Hub.Host, "ask-hub", "asked");
            return;
        }

        run.End("failed", failed.Sentence);
        LogAskFailed(row.SourceId, row.Hub.Host, "ask-hub", "failed", failed.Sentence);
        await turns.LeaveAloneAsync(row.Hub, PollFailures.AskedPause(failed), ct);
        await book.ChangeAsync(row.Id, current => current.AskedAt == askedAt ? current.Failed(failed.Sentence, failed.RetryAfter, work.Now) : null, ct);
    }

    [LoggerMessage(LogLevel.Information, "Source {SourceId}: hub {Host}: {Stage} {Outcome}")]
    private partial void LogAsked(string sourceId, string host, string stage, string outcome);

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: hub {Host}: {Stage} {Outcome}: {Reason}")]
    private partial void LogAskFailed(string sourceId, string host, string stage, string outcome, string reason);

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: hub {Host}: {Stage} {Outcome} to {Next}: {Reason}")]
    private partial void LogMoved(string sourceId, string host, string stage, string outcome, string next, string? reason);

    [LoggerMessage(LogLevel.Error, "Looking for subscriptions failed; the next look repeats it")]
    private partial void LogLoopFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "Asking a hub failed; it is asked again when its patience ends")]
    private partial void LogStepBroke(Exception failure);
}
