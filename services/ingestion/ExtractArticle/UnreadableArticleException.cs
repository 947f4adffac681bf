using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The input holds no article that could be read; the message is one sentence for people.</summary>
public sealed class UnreadableArticleException : Exception
{
    public UnreadableArticleException(string message) : base(message)
    {
    }

    public UnreadableArticleException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public UnreadableArticleException()
    {
    }

    /// <summary>True when the page is a bot wall or a challenge: the article may exist, this visitor was not let in.</summary>
    public bool IsBotWall { get; init; }

    /// <summary>True when there is an article, but more of it than one may have.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>The limit that the input is over; null when it is none.</summary>
    public IngestionLimit? Limit { get; init; }
}
