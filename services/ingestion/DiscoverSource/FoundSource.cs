using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>Something at a site that can be a source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Where it is.</param>
/// <param name="FoundBy">How it was found, for people.</param>
/// <param name="List">What it lists; null for a single page.</param>
/// <param name="Body">The document as fetched.</param>
internal sealed record FoundSource(SourceKind Kind, Uri Url, string FoundBy, ParsedFeed? List, Fetched Body);

/// <summary>What a site has to offer.</summary>
/// <param name="Found">The best one first.</param>
/// <param name="Problem">Why nothing was found, one sentence; null when something was.</param>
internal sealed record Discovery(IReadOnlyList<FoundSource> Found, string? Problem)
{
    public static Discovery Failed(string problem) => new([], problem);
}
