using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Polls sources as they fall due; a claim by compare-and-set keeps replicas from polling the same one.</summary>
internal sealed partial class PollService(
    SourcePoll poll, PollEnding ending, WebWork work, ISourceStore sources, HostTurns turns, ILogger<PollService> logger)
    : BackgroundService
{
    private const string Stage = "poll";
    private const int LookAhead = 100;

    private readonly WorkSlots _slots = new(work.Options.ConcurrentPolls, work.ConcurrentPerHost);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await work.LoopAsync(FreeOwnClaimsAsync, StartDueAsync, LogLoopFailed, stoppingToken);
    }

    private async Task FreeOwnClaimsAsync(CancellationToken ct)
    {
        var now = work.Now;
        foreach (var source in await sources.ReadDueAsync(now + work.Options.Claim, int.MaxValue, ct))
        {
            if (source.ClaimedBy == work.Owner)
                await sources.SaveAsync(source with { ClaimedBy = null, NextAttemptAt = now }, ct);
        }
    }

    private async Task StartDueAsync(CancellationToken ct)
    {
        if (_slots.Free == 0 || !work.MayPoll)
            return;

        foreach (var source in await sources.ReadDueAsync(work.Now, LookAhead, ct))
        {
            var host = SiteHost.Of(source.Url);
            if (_slots.TryTake(source.Id, host))
                work.Run(() => TakeTurnAsync(source, ct), () => _slots.GiveBack(source.Id, host), LogPollBroke);
        }
    }

    private async Task TakeTurnAsync(Source due, CancellationToken ct)
    {
        if (await turns.RunAsync(due.Url, due.Id, () => PollAsync(due, ct), ct) is { } until)
            await sources.SaveAsync(due with { NextAttemptAt = until, NextReason = $"It waits for its turn at {SiteHost.Of(due.Url)}." }, ct);
    }

    private async Task PollAsync(Source due, CancellationToken ct)
    {
        var source = SourceSchedule.Claim(due, work.Owner, work.Now, work.Options.Claim);
        if (await sources.SaveAsync(source, ct) != SourceSave.Done)
            return;

        using var run = work.Metrics.Begin(Stage).Of("SourceId", source.Id);
        var outcome = await GrantPauseAsync(source, await poll.RunAsync(source, work.Now, ct), ct);
        await ending.EndAsync(source, outcome, ct);
        var word = (outcome.Failure, outcome.ItemCount) switch { ({ }, _) => "failed", (_, null) => "unchanged", _ => "done" };
        run.End(word, outcome.Failure?.Sentence);
        if (outcome.EstimatedMisses > 0)
            work.Metrics.Missed(source.Id, outcome.EstimatedMisses);

        if (outcome.Failure is null)
            LogPolled(source.Id, Stage, word, outcome.ItemCount ?? 0);
        else
            LogPollFailed(source.Id, Stage, word, outcome.Failure.Sentence);
    }

    private async Task<PollOutcome> GrantPauseAsync(Source source, PollOutcome outcome, CancellationToken ct)
    {
        if (outcome.Failure is not { RetryAfter: { } asked } failure)
            return outcome;

        await turns.LeaveAloneAsync(source.Url, asked, ct);
        return outcome with { Failure = failure with { RetryAfter = turns.Granted(asked) } };
    }

    [LoggerMessage(LogLevel.Information, "Source {SourceId}: {Stage} {Outcome}, {Items} items")]
    private partial void LogPolled(string sourceId, string stage, string outcome, int items);

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: {Stage} {Outcome}: {Reason}")]
    private partial void LogPollFailed(string sourceId, string stage, string outcome, string reason);

    [LoggerMessage(LogLevel.Error, "Looking for sources to poll failed; the next look repeats it")]
    private partial void LogLoopFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "A poll failed; it is repeated when its claim ends")]
    private partial void LogPollBroke(Exception failure);
}
