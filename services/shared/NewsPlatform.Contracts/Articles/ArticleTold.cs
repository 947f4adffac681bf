namespace NewsPlatform.Contracts.Articles;

/// <summary>Publishing's answer to <see cref="ArticlesMissed"/>, one an article: all that ingestion needs to know it again. Consumed by ingestion/AdoptArticle.</summary>
public sealed record ArticleTold
{
    public required HeldArticle Held { get; init; }

    /// <summary>Null for a withdrawal, and where only the identity is kept.</summary>
    public ArticleContent? Content { get; init; }

    public string? WithdrawalReason { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>As in <see cref="ArticlesPublished.Epoch"/>.</summary>
    public string? Epoch { get; init; }
}
