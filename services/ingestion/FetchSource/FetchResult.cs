using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>What came of a fetch: <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="FetchFailed"/>, nothing else.</summary>
public abstract record FetchResult
{
    private protected FetchResult()
    {
    }
}

/// <summary>The body came.</summary>
public sealed record Fetched : FetchResult
{
    /// <summary>Inflated.</summary>
    public required byte[] Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The address after all redirects.</summary>
    public required Uri FinalUri { get; init; }

    /// <summary>Word by word, to be sent back.</summary>
    public string? ETag { get; init; }

    /// <summary>Word by word, to be sent back.</summary>
    public string? LastModified { get; init; }

    public string? ContentLanguage { get; init; }

    /// <summary>Values of its Link headers, as written.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long it stays good by the site's word.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Where the address moved for good: as far as nothing but 301 and 308 led; null when the first answer was no such redirect.</summary>
    public Uri? MovedTo { get; init; }
}

/// <summary>The site says that nothing changed since the validators were given.</summary>
public sealed record NotModified(TimeSpan? RetryAfter = null) : FetchResult
{
    /// <summary>As in <see cref="Fetched"/>.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>As in <see cref="Fetched"/>.</summary>
    public Uri? MovedTo { get; init; }
}

/// <summary>No body came.</summary>
/// <param name="Reason">The kind of failure.</param>
/// <param name="Sentence">What happened, where and what to do, for the owner of the source.</param>
/// <param name="Transient">True when trying again later may help.</param>
/// <param name="Status">The HTTP status, for <see cref="FetchFailureReason.HttpStatus"/>.</param>
/// <param name="RetryAfter">How long the site asks to be left alone; never negative.</param>
public sealed record FetchFailed(FetchFailureReason Reason, string Sentence, bool Transient, int? Status = null, TimeSpan? RetryAfter = null) : FetchResult
{
    /// <summary>The limit that stopped it; null when none did.</summary>
    public IngestionLimit? Limit { get; init; }
}

/// <summary>Kinds of failure of a fetch.</summary>
public enum FetchFailureReason
{
    /// <summary>The name has no address.</summary>
    Dns,

    /// <summary>No connection, or it broke before the answer.</summary>
    Refused,

    /// <summary>Too slow in connecting, in the first byte or in all.</summary>
    Timeout,

    /// <summary>No trust in the site's certificate, or no common protocol.</summary>
    Tls,

    /// <summary>Headers or body over the limit.</summary>
    TooLarge,

    TooManyRedirects,

    /// <summary>The address is not public, or a redirect leads from https to http.</summary>
    AddressNotAllowed,

    /// <summary>A status other than success, redirect or 304.</summary>
    HttpStatus,

    /// <summary>The request's address, a redirect or the answer breaks the rules of HTTP.</summary>
    Malformed,
}
