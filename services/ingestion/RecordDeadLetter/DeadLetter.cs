namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>A message that a consumer gave up, or an article that was never answered.</summary>
internal sealed record DeadLetter
{
    /// <summary>The fault's own id, so that its redelivery is the same letter.</summary>
    public required string Id { get; init; }

    public required DeadLetterKind Kind { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Type of the exception; null when there was none.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Address of the endpoint that failed; null for an article that was never answered.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The message's types as the bus names them, the most derived first.</summary>
    public IReadOnlyList<string> MessageTypes { get; init; } = [];

    /// <summary>The article that the message was about; null for other messages.</summary>
    public string? ArticleId { get; init; }

    public long? Revision { get; init; }

    public required DateTimeOffset FaultedAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The fault as it was delivered, or the message itself when it could not be read; empty in lists and when there was none.</summary>
    public byte[] Body { get; init; } = [];
}

/// <summary>Whether trying again can help.</summary>
internal enum DeadLetterKind
{
    /// <summary>The message itself is the trouble: it waits for a person.</summary>
    Permanent,

    /// <summary>Something around it failed: an article's is sent again by the dispatcher.</summary>
    Transient,
}
