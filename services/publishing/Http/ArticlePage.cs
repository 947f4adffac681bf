using System.Text.Json.Serialization;
using NewsPlatform.Publishing.CountFacets;

namespace NewsPlatform.Publishing.Http;

/// <summary>A page of articles; what <c>facets=</c> asks for stands beside them.</summary>
/// <param name="Items">This page.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
internal sealed record ArticlePage(IReadOnlyList<ArticleResource> Items, string? Next)
{
    /// <summary>By name, the most frequent values first (<c>day</c>: the newest first), at most 20 of each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets { get; init; }

    /// <summary>The facets count the newest so many hits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Counted { get; init; }

    /// <summary>All hits; counting ends at 10,000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Total { get; init; }

    /// <summary>False when there may be more than <see cref="Total"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsTotalExact { get; init; }
}
