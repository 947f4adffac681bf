using NewsPlatform.Ingestion.ExtractArticle.Rules;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What a page is read with beside its own text.</summary>
/// <param name="ReadAt">When it was fetched: "yesterday, 14:05" is told from it. Null when unknown: such dates are then not read.</param>
/// <param name="Rules">Rules for publishers; null = those that come with the service.</param>
/// <param name="Zone">The publisher's clock, of times that the page prints without a zone; null = not known: they count as UTC. A rule's own goes before it.</param>
public sealed record PageReading(DateTimeOffset? ReadAt = null, PublisherRules? Rules = null, TimeZoneInfo? Zone = null)
{
    /// <summary>When the page was read, by the publisher's clock where that is known; null when nobody noted it.</summary>
    internal DateTimeOffset? LocalReadAt => ReadAt is { } at && Zone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : ReadAt;
}
