using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>How sources are polled and pages fetched.</summary>
internal sealed class PollingOptions
{
    public const string Section = "Polling";

    internal const int MinutesOfDay = 1_440;

    /// <summary>Sources polled at a time.</summary>
    [Range(1, 256)]
    public int ConcurrentPolls { get; init; } = 8;

    /// <summary>Pages fetched at a time.</summary>
    [Range(1, 256)]
    public int ConcurrentPages { get; init; } = 16;

    /// <summary>Fetches of a page before it is given up; ten span an hour and a half.</summary>
    [Range(1, 50)]
    public int MaxPageAttempts { get; init; } = 10;

    /// <summary>Minutes within which a page that another list brought is not fetched again when this list names it for the first time; 0 = each list's pages are.</summary>
    [Range(0, 10_080)]
    public double SharedPageMinutes { get; init; } = MinutesOfDay;

    /// <summary>Strikes since the last success after which a source is dormant, tried once a day; a failed poll weighs ¼ (passes by itself), ½ or 1 (lasting).</summary>
    [Range(1, 1_000)]
    public double DormantAfterStrikes { get; init; } = 10;

    /// <summary>Minutes that lie between two polls of a source in a hurry, unless its owner asks for fewer.</summary>
    [Range(1, MinutesOfDay)]
    public double FloorMinutes { get; init; } = 5;

    /// <summary>How many times its interval a quiet source may be left alone; 1 = never longer than its interval.</summary>
    [Range(1, 100)]
    public double LongestStretch { get; init; } = 2;

    /// <summary>At every so many polls the whole list is asked for, whatever the site says of changes; 0 = never.</summary>
    [Range(0, 10_000)]
    public int FullFetchEvery { get; init; } = 24;

    /// <summary>Polls in a row that must be redirected for good (301, 308) to one address until the source moves there; 0 = it never moves.</summary>
    [Range(0, 100_000)]
    public int RedirectsUntilMove { get; init; } = 300;

    /// <summary>Sitemaps of an index that are read at each poll, the first ones named.</summary>
    [Range(0, 50)]
    public int MaxChildSitemaps { get; init; } = 5;

    /// <summary>Seconds that a claim on a source or page holds; longer than any fetch may take.</summary>
    [Range(10, 3_600)]
    public double ClaimSeconds { get; init; } = 300;

    internal TimeSpan Claim => TimeSpan.FromSeconds(ClaimSeconds);
}
