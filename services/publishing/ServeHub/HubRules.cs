using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>How requests to the hub wait and how often a callback that does not answer is asked.</summary>
internal static class HubRules
{
    /// <summary>Requests that wait to be confirmed; further ones are refused for the moment.</summary>
    public const int Waiting = 1_000;

    /// <summary>Callbacks that a process asks at a time, beside the deliveries.</summary>
    public const int AskedAtOnce = 16;

    /// <summary>How long a request counts, through every restart: whoever asked longer ago does not wait for it any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    // WebSub, 5.3, leaves it to the hub how often it asks.
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Questions to one callback about one request.</summary>
    public static int Tries => s_pauses.Length + 1;

    /// <summary>The request after a try that came to nothing; null when it was the last.</summary>
    /// <param name="row">The request.</param>
    /// <param name="problem">One sentence.</param>
    /// <param name="retryAfter">What the callback asked for; null = nothing.</param>
    /// <param name="now">The time.</param>
    public static Subscriber? Tried(this Subscriber row, string? problem, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var failures = row.Failures + 1;
        return failures >= Tries
            ? null
            : row with { Failures = failures, LastError = problem, NextAttemptAt = now + DeliveryRules.PauseAfter(s_pauses, failures, retryAfter, Random.Shared.NextDouble()) };
    }
}
