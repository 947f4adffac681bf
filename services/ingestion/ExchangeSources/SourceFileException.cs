namespace NewsPlatform.Ingestion.ExchangeSources;

/// <summary>A file holds no list of sources; the message is one sentence for people.</summary>
public sealed class SourceFileException : Exception
{
    public SourceFileException()
    {
    }

    public SourceFileException(string message) : base(message)
    {
    }

    public SourceFileException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
