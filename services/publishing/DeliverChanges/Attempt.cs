using System.Globalization;
using System.Security.Cryptography;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>One try to deliver one message: a line of the delivery log.</summary>
internal sealed record Attempt
{
    private static long s_count;

    /// <summary>Ascending in time.</summary>
    public required string Id { get; init; }

    /// <summary>The message's id, the same in every attempt.</summary>
    public required string Event { get; init; }

    public required string Type { get; init; }

    public required string? Subject { get; init; }

    /// <summary>1 for the first try of this message; 0 for one that somebody asked for.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AttemptOutcome Outcome { get; init; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public required int? Status { get; init; }

    /// <summary>Seconds until the answer was read.</summary>
    public required double Seconds { get; init; }

    /// <summary>One sentence; null when it was delivered.</summary>
    public required string? Error { get; init; }

    /// <summary>How the answer's body begins; null without one.</summary>
    public required string? Answer { get; init; }

    /// <summary>An id that stands behind all that were made before this time in this process, and behind all of earlier times.</summary>
    public static string NewId(DateTimeOffset at) =>
        $"{TimeKey(at)}{(uint)Interlocked.Increment(ref s_count):x8}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}";

    /// <summary>Before every id of this time, behind all of earlier ones.</summary>
    public static string TimeKey(DateTimeOffset at) => at.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>How an attempt ended.</summary>
internal enum AttemptOutcome
{
    Delivered,

    /// <summary>Tried again, unless somebody asked for this attempt.</summary>
    Failed,

    /// <summary>The endpoint refused this message to the last attempt: it is not sent again by itself, the later ones go on.</summary>
    GivenUp,

    /// <summary>Nothing more is sent until somebody switches the endpoint on again; then it begins with this message.</summary>
    SwitchedOff,
}
