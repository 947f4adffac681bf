using System.ComponentModel.DataAnnotations;
using NewsPlatform.Hosting.Outbound;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>The limits and manners of fetching over HTTP.</summary>
public sealed class FetchingOptions
{
    public const string Section = "Fetching";

    /// <summary>Sent with every request, so that a site's owner can see who reads it.</summary>
    [Required, StringLength(256, MinimumLength = 3, ErrorMessage = "must have 3 to 256 characters.")]
    public string UserAgent { get; init; } = "NewsPlatform/0.1 (news reader; self-hosted)";

    /// <summary>Bytes of a body after inflating.</summary>
    [Range(1024, 256 * 1024 * 1024, ErrorMessage = "must be 1024 to 268435456 bytes.")]
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many times its packed size a body may be once inflated; counted from a MiB on.</summary>
    [Range(10, 100_000, ErrorMessage = "must be 10 to 100000.")]
    public double MaxInflateRatio { get; init; } = 200;

    /// <summary>KiB of all response headers.</summary>
    [Range(4, 1024, ErrorMessage = "must be 4 to 1024 KiB.")]
    public int MaxHeaderKiB { get; init; } = 64;

    [Range(0, 20, ErrorMessage = "must be 0 to 20.")]
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Characters of an address.</summary>
    [Range(64, 16384, ErrorMessage = "must be 64 to 16384 characters.")]
    public int MaxUrlLength { get; init; } = 2048;

    [Range(0.05, 120, ErrorMessage = "must be 0.05 to 120 seconds.")]
    public double ConnectSeconds { get; init; } = 10;

    /// <summary>From sending a request to the end of the response's headers, on each hop.</summary>
    [Range(0.05, 300, ErrorMessage = "must be 0.05 to 300 seconds.")]
    public double FirstByteSeconds { get; init; } = 20;

    /// <summary>For the whole fetch, redirects and body included.</summary>
    [Range(0.05, 900, ErrorMessage = "must be 0.05 to 900 seconds.")]
    public double TotalSeconds { get; init; } = 60;

    /// <summary>Connections at once to one host.</summary>
    [Range(1, 64, ErrorMessage = "must be 1 to 64.")]
    public int MaxConnectionsPerHost { get; init; } = 8;

    /// <summary>Networks that are not public and may be fetched from all the same: CIDR, parted by semicolons (in configuration also an array), for example <c>10.1.0.0/16;127.0.0.1</c>.</summary>
    [NetworkList]
    public string AllowedNetworks { get; init; } = "";

    /// <summary>Secrets by the name that sources give.</summary>
    public Dictionary<string, SourceCredential> Credentials { get; init; } = [];
}
