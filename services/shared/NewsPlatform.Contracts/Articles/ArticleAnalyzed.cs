namespace NewsPlatform.Contracts.Articles;

/// <summary>Language, entities and the rest were worked out. Published by enrichment/AnalyzeArticle; consumed by enrichment/AssignStory.</summary>
public sealed record ArticleAnalyzed : IArticleEvent
{
    public required string ArticleId { get; init; }
    public required long Revision { get; init; }
    public required Guid CorrelationId { get; init; }
    public required ArticleContent Content { get; init; }
    public required ArticleAnalysis Analysis { get; init; }
    public required DateTimeOffset IngestedAt { get; init; }
    public required DateTimeOffset AnalyzedAt { get; init; }
}
