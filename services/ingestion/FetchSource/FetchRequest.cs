namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>One address to fetch.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="ETag">As the last <see cref="Fetched"/> had it; null = unconditional.</param>
/// <param name="LastModified">As the last <see cref="Fetched"/> had it, word by word.</param>
/// <param name="Accept">Value of the Accept header; null = anything, HTML and feeds first.</param>
/// <param name="Credential">Name of the secret (<see cref="FetchingOptions.Credentials"/>) that its host is shown; null = none.</param>
public sealed record FetchRequest(Uri Address, string? ETag = null, string? LastModified = null, string? Accept = null, string? Credential = null)
{
    /// <summary>Sent as a form by POST; null = a plain GET. Only 307 and 308 lead a form elsewhere.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }
}
