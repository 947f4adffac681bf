using NewsPlatform.Ingestion.ExtractArticle.Rules;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What a page is read with beside its own text.</summary>
/// <param name="ReadAt">When it was fetched: "yesterday, 14:05" is told from it. Null when unknown: such dates are then not read.</param>
/// <param name="Rules">Rules for publishers; null = those that come with the service.</param>
public sealed record PageReading(DateTimeOffset? ReadAt = null, PublisherRules? Rules = null);
