using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>How much one article may be, and how much comes in at a time and in all.</summary>
internal sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>Bytes of a pushed body; more is answered with 413.</summary>
    [Range(1_024, 1_048_576)]
    public int MaxPushBytes { get; init; } = 1_048_576;

    /// <summary>Bytes of an article as JSON. Half of what an event may be (1 MiB): the other half is for what enrichment adds.</summary>
    [Range(1_024, 524_288)]
    public int MaxContentBytes { get; init; } = 524_288;

    /// <summary>Pushes read and stored at a time; further ones wait with their bodies unread.</summary>
    [Range(1, 10_000)]
    public int ConcurrentPushes { get; init; } = 128;

    /// <summary>Bytes of the bodies of those pushes together; at least one push of any size.</summary>
    [Range(1_048_576, 1_073_741_824)]
    public int ConcurrentPushBytes { get; init; } = 16 * 1_048_576;

    /// <summary>Seconds within which a push's body must have arrived (408): a turn is not held by somebody who does not send.</summary>
    [Range(1, 600)]
    public double BodySeconds { get; init; } = 30;

    /// <summary>Pushes that may wait for their turn; further ones are answered with 429.</summary>
    [Range(0, 100_000)]
    public int WaitingPushes { get; init; } = 1_000;

    /// <summary>Articles stored and not answered yet beyond which pushes are answered with 429 and sources rest.</summary>
    [Range(1, 100_000_000)]
    public int MaxPending { get; init; } = 100_000;

    /// <summary>Pages waiting to be fetched beyond which no source is polled.</summary>
    [Range(1, 100_000_000)]
    public int MaxPendingPages { get; init; } = 100_000;

    /// <summary>Free bytes on the disk of <c>Storage:Path</c> below which nothing is taken in (503); 0 = not looked at. Only with the SQLite engine.</summary>
    [Range(0d, 1e18)]
    public long MinFreeDiskBytes { get; init; } = 268_435_456;
}

/// <summary>The article is larger than an event may be; the message is one sentence for people.</summary>
internal sealed class ArticleTooLargeException(string message) : Exception(message);
