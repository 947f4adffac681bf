using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What the grouping needs to know of one revision of an article.</summary>
public sealed record StoryCandidate
{
    public required string ArticleId { get; init; }

    public required long Revision { get; init; }

    /// <summary>ISO 639-1 code or <c>und</c>; articles are compared within their language.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>The publisher's own time; null when it gave none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the platform first took the article in.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Readers may know nothing of it before; null = no embargo.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Stems of title and body with their weight inside the article; numbers are terms too.</summary>
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>Normal forms of the people, organisations and places named.</summary>
    public IReadOnlyList<string> EntityNames { get; init; } = [];

    /// <summary>Those of them that are places: many unrelated events share one.</summary>
    public IReadOnlyList<string> PlaceNames { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string Source { get; init; } = "";

    /// <summary>How much of the text stands in others'.</summary>
    public TextSketch Sketch { get; init; } = TextSketch.None;

    /// <summary>MinHash signature; empty for a text too short to compare.</summary>
    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    /// <summary>Takes from an analysed article what the grouping needs.</summary>
    public static StoryCandidate From(string articleId, long revision, ArticleContent content, ArticleAnalysis analysis) => new()
    {
        ArticleId = articleId,
        Revision = revision,
        Language = analysis.Language,
        Title = content.Title,
        PublishedAt = content.PublishedAt,
        SeenAt = content.FirstSeenAt,
        EmbargoedUntil = content.EmbargoedUntil,
        Terms = analysis.Terms,
        EntityNames = [.. analysis.Entities.Select(entity => entity.Name)],
        PlaceNames = [.. analysis.Entities.Where(entity => entity.Type == "LOC").Select(entity => entity.Name)],
        Source = content.Source.Id,
        Sketch = TextSketch.Of(content.Text()),
        Fingerprint = analysis.Fingerprint,
    };
}
