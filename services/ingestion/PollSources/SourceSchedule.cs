using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>When a source is polled next, and what its state says.</summary>
internal static class SourceSchedule
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static Source Claim(Source source, string owner, DateTimeOffset now, TimeSpan claim) =>
        source with { ClaimedBy = owner, NextAttemptAt = now + claim, NextReason = "It is being read." };

    /// <param name="source">As claimed.</param>
    /// <param name="outcome">A poll that went well.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1: spreads sources that were added together.</param>
    public static Source Succeeded(Source source, PollOutcome outcome, PollingOptions options, DateTimeOffset now, double chance)
    {
        var turn = new ListTurn(outcome.ItemCount ?? source.LastItemCount ?? 0, outcome.Fresh, outcome.Covers, now - source.LastSuccessAt);
        var pace = source.PaceMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null;
        var plan = PollPace.Next(pace, PaceBounds.Of(source.IntervalMinutes, options), turn, outcome.Hints, now);
        var isLeft = outcome.HubRest > plan.Pause;
        var well = source with
        {
            ClaimedBy = null,
            Failures = 0,
            Strikes = 0,
            LastError = null,
            LastSuccessAt = now,
            LastItemCount = outcome.ItemCount ?? source.LastItemCount,
            Imprint = outcome.Imprint ?? source.Imprint,
            PaceMinutes = outcome.HubRest is null ? Math.Round(plan.Pace.TotalMinutes, 2) : source.PaceMinutes,
            NextAttemptAt = now + Spread(isLeft ? outcome.HubRest!.Value : plan.Pause, chance), // more than a pause is not null
            NextReason = isLeft ? $"Every {PollPace.Shown(outcome.HubRest!.Value)}, to make sure: its hub tells what is new (WebSub)." : plan.Reason,
        };
        return MannersLearned.FromSuccess(well.Turn(SourceState.Healthy, "The list was read.", now), outcome, options, now);
    }

    /// <param name="source">As claimed.</param>
    /// <param name="failure">What went wrong; its pause as far as it is granted.</param>
    /// <param name="options">When a source is dormant or goes back to its former address.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1.</param>
    public static Source Failed(Source source, PollFailure failure, PollingOptions options, DateTimeOffset now, double chance)
    {
        var failures = source.Failures + 1;
        var strikes = source.Strikes + failure.Strikes;
        var manners = MannersLearned.FromFailure(source.Manners, failure, now);
        var state = MannersLearned.IsGoneForGood(manners, now) ? SourceState.Retired
            : strikes >= options.DormantAfterStrikes ? SourceState.Dormant
            : SourceState.Degraded;
        var (pause, reason) = Pause(state, failure, failures);
        var failed = source with
        {
            ClaimedBy = null,
            Failures = failures,
            Strikes = strikes,
            LastError = failure.Sentence,
            Manners = manners,
            NextAttemptAt = now + Longer(Spread(pause, chance), failure.RetryAfter),
            NextReason = failure.RetryAfter > pause ? $"The site asked to be left alone (Retry-After); {PollPace.Shown(failure.RetryAfter.Value)} are granted." : reason,
        };
        return MannersLearned.BackIfTheNewAddressFails(failed.Turn(state, failure.Sentence, now), now);
    }

    /// <summary><paramref name="first"/> doubled with each failure after the first, at most <paramref name="longest"/>.</summary>
    public static TimeSpan Doubled(TimeSpan first, int failures, TimeSpan longest)
    {
        var seconds = first.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(seconds, longest.TotalSeconds));
    }

    /// <summary>The site's own wish, as far as it is granted, goes first.</summary>
    public static TimeSpan Longer(TimeSpan pause, TimeSpan? granted) => granted > pause ? granted.Value : pause;

    private static (TimeSpan Pause, string Reason) Pause(SourceState state, PollFailure failure, int failures) => state switch
    {
        SourceState.Retired => (Month, "Once a month: the site says that it is gone for good."),
        SourceState.Dormant => (Day, "Once a day: it has failed for long."),
        _ when failure.IsGone => (Day, "Once a day: the site says that it is gone; said three times over three days it is believed."),
        _ => (Doubled(FirstPause, failures, LongestPause), $"Later with every failure; {failures} so far."),
    };

    // A twentieth up or down.
    private static TimeSpan Spread(TimeSpan pause, double chance) => pause * (0.95 + (chance * 0.1));
}
