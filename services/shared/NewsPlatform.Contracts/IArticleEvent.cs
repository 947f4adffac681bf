namespace NewsPlatform.Contracts;

/// <summary>What every event about one article carries.</summary>
public interface IArticleEvent
{
    /// <summary>The article's identity: a hash of its first key, stable over revisions and restarts.</summary>
    string ArticleId { get; }

    /// <summary>1 for the first content; each changed content or withdrawal takes the next number.</summary>
    long Revision { get; }

    /// <summary>One id from intake to publication of this revision.</summary>
    Guid CorrelationId { get; }
}
