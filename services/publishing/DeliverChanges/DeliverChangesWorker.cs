using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Workers;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Looks who has something to be sent, and has it sent: one run a subscriber in all replicas, claimed in its row.</summary>
internal sealed partial class DeliverChangesWorker(
    ISubscriberStore store, SubscriberBook book, MessageSender sender, ChangeLog log, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DeliverChangesWorker> logger)
    : RepeatedWork(TimeSpan.FromSeconds(0.5), clock, logger)
{
    // As many as there may be.
    private const int LookAhead = 5_000;

    // Entries that are not for a subscriber before that is written down.
    private const int LongestSkip = 1_000;

    private readonly ILogger<DeliverChangesWorker> _logger = logger;
    private readonly TimeProvider _clock = clock;
    private readonly SubscriberRuns _runs = new(options.Value.ConcurrentEndpoints);

    // How far the log was looked through in vain, and for which version of the row.
    private readonly ConcurrentDictionary<string, Looked> _looked = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _runs.WhenOverAsync(cancellationToken);
    }

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        var tail = await log.ReadTailAsync(ct);
        var due = await store.ReadDueAsync(sender.Kinds, _clock.GetUtcNow(), tail, LookAhead, ct);
        foreach (var row in due.Where(row => !_runs.Has(row.Id)))
        {
            var from = _looked.TryGetValue(row.Id, out var looked) && looked.Version == row.Version ? looked.Cursor : row.Cursor;
            if (from == tail)
            {
                continue;
            }

            if (_runs.IsFull)
            {
                break;
            }

            // What breaks is mostly a store that is away: what was not written down is sent again.
            _runs.Start(row.Id, () => RunAsync(row, from, tail, ct), failure => LogBroke(failure, row.Id), ct);
        }
    }

    private async Task RunAsync(Subscriber row, LogCursor from, LogCursor tail, CancellationToken ct)
    {
        var next = await sender.SourceOf(row).NextAsync(row, from, tail, ct);
        if (next.Messages.Count == 0)
        {
            await SkipAsync(row, next.After, ct);
            return;
        }

        var owner = Guid.NewGuid().ToString("N");
        var claimed = await book.ChangeAsync(row.Id, current => current.Version == row.Version ? current.Claimed(owner, _clock.GetUtcNow()) : null, ct);
        if (claimed?.Owner != owner)
        {
            return;
        }

        var run = new DeliveryRun(book, sender, _clock, claimed);
        await run.GoAsync(next, tail, ct);
        if (run.Failure is { } failure)
        {
            LogFailed(row.Id, row.Url.Host, failure.Event, failure.Number, DeliveryWords.Of(failure.Outcome), failure.Error);
        }

        if (!sender.SourceOf(row).IsLogged)
        {
            return;
        }

        await store.TrimAttemptsAsync(row.Id, options.Value.LogAttempts, _clock.GetUtcNow().AddDays(-options.Value.LogDays), ct);
    }

    private async Task SkipAsync(Subscriber row, LogCursor after, CancellationToken ct)
    {
        var version = row.Version;
        if (after.Epoch != row.Cursor.Epoch || after.Position - row.Cursor.Position >= LongestSkip)
        {
            var moved = await book.ChangeAsync(row.Id, current => current.Version == row.Version ? current with { Cursor = after } : null, ct);
            version = moved?.Version ?? version;
        }

        _looked[row.Id] = new Looked(version, after);
    }

    [LoggerMessage(LogLevel.Warning, "Endpoint {EndpointId} at {Host}: event {Event}, attempt {Attempt}: {Outcome}: {Reason}")]
    private partial void LogFailed(string endpointId, string host, string @event, int attempt, string outcome, string? reason);

    [LoggerMessage(LogLevel.Error, "Sending to endpoint {EndpointId} failed; what was not written down is sent again")]
    private partial void LogBroke(Exception failure, string endpointId);

    private sealed record Looked(long Version, LogCursor Cursor);
}
