using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>How gently the sites of others are asked; what all replicas of the service keep to together.</summary>
internal sealed class PolitenessOptions
{
    public const string Section = "Politeness";

    /// <summary>Fetches at a time from one registrable host (<c>post.example</c> with all its subdomains).</summary>
    [Range(1, 64)]
    public int ConcurrentPerHost { get; init; } = 4;

    /// <summary>Seconds between the beginnings of two fetches from one registrable host.</summary>
    [Range(0, 600)]
    public double DelaySeconds { get; init; } = 1;

    /// <summary>By how much, at the most, each of those pauses is longer, by chance.</summary>
    [Range(0, 500)]
    public double JitterPercent { get; init; } = 50;

    /// <summary>Who rests when a site asks for it (Retry-After with 429 or 503).</summary>
    public RetryAfterScope RetryAfterScope { get; init; } = RetryAfterScope.Host;

    /// <summary>The longest that a site may send us away for.</summary>
    [Range(1, 43_200)]
    public double MaxRetryAfterMinutes { get; init; } = 1_440;

    /// <summary>False: no robots.txt is asked for.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>Hours that a robots.txt is believed.</summary>
    [Range(1, 168)]
    public double RobotsHours { get; init; } = 24;

    /// <summary>The longest crawl-delay of a robots.txt that is granted; longer ones count as this.</summary>
    [Range(0, 600)]
    public double MaxCrawlDelaySeconds { get; init; } = 30;

    internal TimeSpan MaxRetryAfter => TimeSpan.FromMinutes(MaxRetryAfterMinutes);
}

/// <summary>Who rests when a site asks for it.</summary>
internal enum RetryAfterScope
{
    /// <summary>Everything of the registrable host.</summary>
    Host,

    /// <summary>Only the source or page that was asked for.</summary>
    Source,
}
