namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The one door by which articles come in.</summary>
internal interface IArticleIntake
{
    /// <summary>
    /// Gives the reading an identity and stores it as a revision if it brings news; durable when the task completes.
    /// <see cref="ArticleTooLargeException"/> when its event would be too large.
    /// </summary>
    Task<AcceptedArticle> AcceptAsync(ArticleReading reading, CancellationToken ct);
}
