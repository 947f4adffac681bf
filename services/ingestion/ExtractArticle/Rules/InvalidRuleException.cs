namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>A rule file that cannot be used; the message is one sentence: which file, which member, what to do.</summary>
public sealed class InvalidRuleException : Exception
{
    public InvalidRuleException()
    {
    }

    public InvalidRuleException(string message) : base(message)
    {
    }

    public InvalidRuleException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
