using System.Text.RegularExpressions;
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

    /// <summary>True when nothing is wrong with the input but the time: the same may be read when the machine is less busy.</summary>
    public bool IsForNow { get; init; }

    /// <summary>True when there is an article, but more of it than one may have.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>The limit that the input is over; null when it is none.</summary>
    public IngestionLimit? Limit { get; init; }

    /// <summary>What <see cref="PatternPatience"/> makes of a text that outlasts it.</summary>
    internal static UnreadableArticleException OutOfPatience(RegexMatchTimeoutException problem) =>
        new($"Some text in it takes more than {PatternPatience.Span.TotalSeconds:0} seconds to understand, because this machine is too busy or the text too strange: it can be tried again later.", problem) { IsForNow = true };
}
