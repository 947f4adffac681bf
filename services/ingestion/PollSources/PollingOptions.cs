using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>How sources are polled and pages fetched.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Polling";

    /// <summary>Sources polled at a time.</summary>
    [Range(1, 256)]
    public int ConcurrentPolls { get; init; } = 8;

    /// <summary>Pages fetched at a time.</summary>
    [Range(1, 256)]
    public int ConcurrentPages { get; init; } = 16;

    /// <summary>Pages fetched at a time from one host.</summary>
    [Range(1, 64)]
    public int ConcurrentPagesPerHost { get; init; } = 4;

    /// <summary>Fetches of a page before it is given up; ten span an hour and a half.</summary>
    [Range(1, 50)]
    public int MaxPageAttempts { get; init; } = 10;

    /// <summary>Failed polls in a row after which a source is dormant: tried once a day.</summary>
    [Range(1, 1_000)]
    public int DormantAfterFailures { get; init; } = 20;

    /// <summary>Sitemaps of an index that are read at each poll, the first ones named.</summary>
    [Range(0, 50)]
    public int MaxChildSitemaps { get; init; } = 5;

    /// <summary>Seconds that a claim on a source or page holds; longer than any fetch may take.</summary>
    [Range(10, 3_600)]
    public double ClaimSeconds { get; init; } = 300;

    internal TimeSpan Claim => TimeSpan.FromSeconds(ClaimSeconds);
}
