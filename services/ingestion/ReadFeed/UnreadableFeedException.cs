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

    /// <summary>The limit that the document is over; null when it is none.</summary>
    public IngestionLimit? Limit { get; init; }
}
