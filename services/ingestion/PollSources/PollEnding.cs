using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Writes what a poll taught into its source's row and gives up the claim.</summary>
internal sealed class PollEnding(ISourceStore sources, HubWatch hubs, SourceNews news, WebWork work)
{
    /// <summary>On the row as it is now: somebody may have edited or removed the source meanwhile.</summary>
    /// <param name="polled">As it was claimed.</param>
    /// <param name="outcome">Of the poll.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task EndAsync(Source polled, PollOutcome outcome, CancellationToken ct)
    {
        var whole = outcome with { HubRest = await hubs.AfterPollAsync(polled, outcome, work.Now, ct) };
        var saved = SourceSave.Outdated;
        while (saved != SourceSave.Done && await sources.TryFindAsync(polled.Id, ct) is { } current)
        {
            var finished = Finish(current, whole, work.Now);
            if (saved == SourceSave.AddressTaken)
                finished = MannersLearned.Stay(current, finished, work.Now);

            saved = await sources.SaveAsync(finished, ct);
            if (saved == SourceSave.Done)
                news.Tell(current, finished);
        }
    }

    private Source Finish(Source source, PollOutcome outcome, DateTimeOffset now)
    {
        var finished = outcome.Failure is { } failure
            ? SourceSchedule.Failed(source, failure, work.Options, now, Random.Shared.NextDouble())
            : SourceSchedule.Succeeded(source, outcome, work.Options, now, Random.Shared.NextDouble());

        // A poll that was asked for while this one ran is still to come.
        return source.ClaimedBy is null ? finished with { NextAttemptAt = source.NextAttemptAt, NextReason = source.NextReason } : finished;
    }
}
