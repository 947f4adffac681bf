namespace NewsPlatform.Contracts.Articles;

/// <summary>Publishing answered for articles or revisions that ingestion does not know: its database is older than theirs. Published by ingestion; consumed by publishing/TellArticle.</summary>
public sealed record ArticlesMissed
{
    public required IReadOnlyList<string> ArticleIds { get; init; }
}
