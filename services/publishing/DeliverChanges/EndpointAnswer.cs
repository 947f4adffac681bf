namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>What came of sending one message.</summary>
/// <param name="Status">HTTP status; null when there was no answer.</param>
/// <param name="Problem">One sentence; null when the message was taken.</param>
/// <param name="RetryAfter">What the endpoint asked for; null = nothing.</param>
/// <param name="Text">How the body begins; null without one.</param>
/// <param name="Took">Until the answer was read.</param>
internal sealed record EndpointAnswer(int? Status, string? Problem, TimeSpan? RetryAfter, string? Text, TimeSpan Took)
{
    /// <summary>True for every 2xx.</summary>
    public bool IsTaken => Problem is null;

    /// <summary>The endpoint wants nothing any more (Standard Webhooks: 410).</summary>
    public bool IsGone => Status == StatusCodes.Status410Gone;

    /// <summary>It speaks of the moment: asked later, the endpoint may say something else.</summary>
    public bool IsPassing => Status is null or 408 or 425 or 429 or >= 500;

    /// <summary>It is this message that the endpoint does not want: an answer about the address, the credentials or the moment speaks of all messages alike.</summary>
    public bool IsRefusal => Status is >= 400 and < 500 and not (401 or 403 or 404 or 405 or 407 or 408 or 410 or 421 or 425 or 429);
}
