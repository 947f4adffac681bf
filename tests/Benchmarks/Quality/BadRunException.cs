namespace NewsPlatform.QualityBench;

/// <summary>The run cannot be made as asked; the message is one sentence for people.</summary>
internal sealed class BadRunException : Exception
{
    public BadRunException()
    {
    }

    public BadRunException(string message) : base(message)
    {
    }

    public BadRunException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
