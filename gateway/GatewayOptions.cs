using System.ComponentModel.DataAnnotations;
using NewsPlatform.Gateway.CheckKeys;
using NewsPlatform.Gateway.LimitRate;

namespace NewsPlatform.Gateway;

/// <summary>Where the services are, who may write, and how much anybody may ask.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    public const string Section = "Gateway";

    /// <summary>Base address of the ingestion service.</summary>
    [Required, Url]
    public string Ingestion { get; init; } = "http://127.0.0.1:8081";

    /// <summary>Base address of the enrichment service.</summary>
    [Required, Url]
    public string Enrichment { get; init; } = "http://127.0.0.1:8082";

    /// <summary>Base address of the publishing service.</summary>
    [Required, Url]
    public string Publishing { get; init; } = "http://127.0.0.1:8083";

    /// <summary>Keys by their name (for logs and rate limits).</summary>
    public Dictionary<string, ApiKeyOptions> Keys { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public RateLimitOptions RateLimit { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, key) in Keys)
        {
            foreach (var problem in key.Problems(name))
            {
                yield return new ValidationResult(problem);
            }
        }

        foreach (var problem in RateLimit.Problems())
        {
            yield return new ValidationResult(problem);
        }
    }
}
