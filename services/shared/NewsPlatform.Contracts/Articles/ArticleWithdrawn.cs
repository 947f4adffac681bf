namespace NewsPlatform.Contracts.Articles;

/// <summary>An article is taken back; a withdrawal is a revision. Published by ingestion's dispatcher; consumed by enrichment/AssignStory and publishing/WithdrawArticle.</summary>
public sealed record ArticleWithdrawn : IArticleEvent
{
    public required string ArticleId { get; init; }
    public required long Revision { get; init; }
    public required Guid CorrelationId { get; init; }
    public required DateTimeOffset WithdrawnAt { get; init; }

    /// <summary>For the tombstone; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>True when the retention policy took it, not a person.</summary>
    public bool Expired { get; init; }

    /// <summary>1 for the first send of this revision.</summary>
    public required int Attempt { get; init; }
}
