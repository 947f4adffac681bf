using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>When a source is polled next, and what its state says.</summary>
internal static class SourceSchedule
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan DormantPause = TimeSpan.FromDays(1);

    public static Source Claim(Source source, string owner, DateTimeOffset now, TimeSpan claim) =>
        source with { ClaimedBy = owner, NextAttemptAt = now + claim };

    /// <param name="source">As claimed.</param>
    /// <param name="itemCount">Items of the list; null when the site said that nothing changed.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1: spreads sources that were added together.</param>
    public static Source Succeeded(Source source, int? itemCount, DateTimeOffset now, double chance) => source with
    {
        ClaimedBy = null,
        State = SourceState.Healthy,
        Failures = 0,
        LastError = null,
        LastSuccessAt = now,
        LastItemCount = itemCount ?? source.LastItemCount,
        NextAttemptAt = now + Spread(TimeSpan.FromMinutes(source.IntervalMinutes), chance),
    };

    /// <param name="source">As claimed.</param>
    /// <param name="sentence">What went wrong.</param>
    /// <param name="retryAfter">How long the site asks to be left alone.</param>
    /// <param name="dormantAfter">Failures in a row that make the source dormant.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1.</param>
    public static Source Failed(Source source, string sentence, TimeSpan? retryAfter, int dormantAfter, DateTimeOffset now, double chance)
    {
        var failures = source.Failures + 1;
        var isDormant = failures >= dormantAfter;
        var pause = isDormant ? DormantPause : Doubled(FirstPause, failures, LongestPause);
        return source with
        {
            ClaimedBy = null,
            State = isDormant ? SourceState.Dormant : SourceState.Degraded,
            Failures = failures,
            LastError = sentence,
            NextAttemptAt = now + Longer(Spread(pause, chance), retryAfter),
        };
    }

    /// <summary><paramref name="first"/> doubled with each failure after the first, at most <paramref name="longest"/>.</summary>
    public static TimeSpan Doubled(TimeSpan first, int failures, TimeSpan longest)
    {
        var seconds = first.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(seconds, longest.TotalSeconds));
    }

    /// <summary>The site's own wish goes first, but nobody keeps a source away for more than a day.</summary>
    public static TimeSpan Longer(TimeSpan pause, TimeSpan? retryAfter)
    {
        var wish = retryAfter > DormantPause ? DormantPause : retryAfter ?? TimeSpan.Zero;
        return wish > pause ? wish : pause;
    }

    // A twentieth up or down.
    private static TimeSpan Spread(TimeSpan pause, double chance) => pause * (0.95 + (chance * 0.1));
}
