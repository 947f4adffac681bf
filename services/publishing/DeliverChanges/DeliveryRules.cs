using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>What an attempt makes of a subscriber.</summary>
internal static class DeliveryRules
{
    /// <summary>How long a run may be silent before another may take its place; more than the longest attempt.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Longest pause that an endpoint may ask for.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>By how much of itself a pause may be longer, so that endpoints that failed together do not come back together.</summary>
    private const double Jitter = 0.2;

    /// <summary>Pauses after the first failed attempt and the following ones: nearly 28 hours in all (the schedule that Standard Webhooks shows, one step shorter).</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(10),
    ];

    /// <summary>Attempts of one message.</summary>
    public static int Attempts => Pauses.Count + 1;

    public static Subscriber Claimed(this Subscriber row, string owner, DateTimeOffset now) => row with { Owner = owner, OwnedUntil = now + Lease };

    public static Subscriber Released(this Subscriber row) => row with { Owner = null, OwnedUntil = null };

    /// <summary>Everything before <paramref name="cursor"/> is done.</summary>
    public static Subscriber Delivered(this Subscriber row, LogCursor cursor, DateTimeOffset now) =>
        row with { Cursor = cursor, Failures = 0, NextAttemptAt = now, LastError = null, LastDeliveredAt = now };

    /// <summary>What a failed attempt makes of the row, and how it is called.</summary>
    /// <param name="row">The subscriber.</param>
    /// <param name="answer">What came of the attempt.</param>
    /// <param name="after">Where the log goes on behind the message.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1: where in the spread of the pause.</param>
    public static (Subscriber Row, AttemptOutcome Outcome) Failed(this Subscriber row, EndpointAnswer answer, LogCursor after, DateTimeOffset now, double chance)
    {
        var failures = row.Failures + 1;
        var failed = row with { Failures = failures, LastError = answer.Problem };
        if (answer.IsGone)
        {
            return (failed with { OffBecause = "The endpoint answered 410: it wants nothing any more." }, AttemptOutcome.SwitchedOff);
        }

        if (failures < Attempts)
        {
            return (failed with { NextAttemptAt = now + PauseAfter(Pauses, failures, answer.RetryAfter, chance) }, AttemptOutcome.Failed);
        }

        return answer.IsRefusal
            ? (failed with { Cursor = after, Failures = 0, NextAttemptAt = now }, AttemptOutcome.GivenUp)
            : (failed with { OffBecause = $"{failures} attempts of one message failed, the last one: {answer.Problem}" }, AttemptOutcome.SwitchedOff);
    }

    /// <summary>On again, with the message at the cursor, at once.</summary>
    public static Subscriber SwitchedOn(this Subscriber row, DateTimeOffset now) => row with { OffBecause = null, Failures = 0, NextAttemptAt = now };

    /// <summary>How long to wait after an attempt that failed: as the ladder says with some spread, longer where the endpoint asked for that.</summary>
    /// <param name="pauses">The ladder.</param>
    /// <param name="failures">Attempts that failed so far.</param>
    /// <param name="asked">What the endpoint asked for; null = nothing.</param>
    /// <param name="chance">0 to 1: where in the spread.</param>
    public static TimeSpan PauseAfter(IReadOnlyList<TimeSpan> pauses, int failures, TimeSpan? asked, double chance)
    {
        var pause = pauses[failures - 1] * (1 + (Jitter * chance));
        var longest = asked < LongestRetryAfter ? asked : asked is null ? null : LongestRetryAfter;
        return longest > pause ? longest.Value : pause;
    }
}
