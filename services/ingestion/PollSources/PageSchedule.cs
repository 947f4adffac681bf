namespace NewsPlatform.Ingestion.PollSources;

/// <summary>When a pending page is tried next, or that it is given up.</summary>
internal static class PageSchedule
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public static PendingPage Claim(PendingPage page, string owner, DateTimeOffset now, TimeSpan claim) =>
        page with { ClaimedBy = owner, NextAttemptAt = now + claim };

    /// <param name="page">As claimed.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="maxAttempts">Attempts before it is given up.</param>
    /// <param name="now">The time.</param>
    public static PendingPage Failed(PendingPage page, PageFailure failure, int maxAttempts, DateTimeOffset now)
    {
        var attempts = page.Attempts + 1;
        var pause = SourceSchedule.Doubled(FirstPause, attempts, LongestPause);
        return page with
        {
            ClaimedBy = null,
            Attempts = attempts,
            GivenUp = !failure.IsTransient || attempts >= maxAttempts,
            LastError = failure.Sentence,
            NextAttemptAt = now + SourceSchedule.Longer(pause, failure.RetryAfter),
        };
    }
}

/// <summary>Why a page gave no article.</summary>
internal sealed record PageFailure(string Sentence, bool IsTransient, TimeSpan? RetryAfter = null);
