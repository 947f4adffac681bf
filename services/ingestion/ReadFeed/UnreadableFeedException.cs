using System.Text.RegularExpressions;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>A body is no feed, sitemap or listing that can be read; the message is one sentence for the owner of the source.</summary>
public sealed class UnreadableFeedException : Exception
{
    public UnreadableFeedException()
    {
    }

    public UnreadableFeedException(string message)
        : base(message)
    {
    }

    public UnreadableFeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when nothing is wrong with the document but the time: the same may be read when the machine is less busy.</summary>
    public bool IsForNow { get; init; }

    /// <summary>The limit that the document is over; null when it is none.</summary>
    public IngestionLimit? Limit { get; init; }

    /// <summary>What <see cref="PatternPatience"/> makes of a text that outlasts it; the next poll reads the document again.</summary>
    internal static UnreadableFeedException OutOfPatience(RegexMatchTimeoutException problem) =>
        new($"Some text in the document takes more than {PatternPatience.Span.TotalSeconds:0} seconds to understand, because this machine is too busy or the text too strange: the next poll tries again.", problem) { IsForNow = true };
}
