using NewsPlatform.Publishing.CountFacets;

namespace NewsPlatform.Publishing.ListSections;

/// <summary>One of the seven categories.</summary>
/// <param name="Name">What the filters <c>section</c> and <c>category</c> take.</param>
/// <param name="Articles">Its articles; counting ends at 10,000.</param>
/// <param name="IsTotalExact">False when there may be more.</param>
/// <param name="NewestAt">The time of its newest article; null without any.</param>
/// <param name="Printed">The publishers' own sections in its newest 1,000 articles, at most 10, the most frequent first.</param>
/// <param name="Links">Where its articles are.</param>
internal sealed record SectionResource(string Name, int Articles, bool IsTotalExact, DateTimeOffset? NewestAt, IReadOnlyList<FacetValue> Printed, SectionLinks Links);

/// <summary>Where a section's articles are.</summary>
internal sealed record SectionLinks(string Articles, string Feed, string Page);
