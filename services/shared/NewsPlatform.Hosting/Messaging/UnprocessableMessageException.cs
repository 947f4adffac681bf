namespace NewsPlatform.Hosting.Messaging;

/// <summary>The message can never succeed: no retry, a permanent dead letter at once.</summary>
public sealed class UnprocessableMessageException : Exception
{
    public UnprocessableMessageException()
    {
    }

    public UnprocessableMessageException(string message) : base(message)
    {
    }

    public UnprocessableMessageException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
