namespace NewsPlatform.Contracts.Articles;

/// <summary>Ingestion's dispatcher sends a stored revision on its way. Published by ingestion; consumed by enrichment/AnalyzeArticle.</summary>
public sealed record ArticleIngested : IArticleEvent
{
    public required string ArticleId { get; init; }
    public required long Revision { get; init; }
    public required Guid CorrelationId { get; init; }
    public required ArticleContent Content { get; init; }
    public required DateTimeOffset IngestedAt { get; init; }

    /// <summary>1 for the first send of this revision.</summary>
    public required int Attempt { get; init; }
}
