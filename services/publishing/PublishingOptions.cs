using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Publishing;

/// <summary>How the news is shown.</summary>
internal sealed class PublishingOptions : IValidatableObject
{
    public const string Section = "Publishing";

    /// <summary>The name over the front page and of the feeds.</summary>
    [Required(AllowEmptyStrings = false)]
    [StringLength(80)]
    public string SiteName { get; init; } = "NewsPlatform";

    /// <summary>Address under which readers reach the site, e.g. <c>https://news.example.org</c>; empty = as the request says.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>IANA name of the zone in which pages print times.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Clients of <c>/api/v1/stream</c>, and of <c>/api/v1/changes</c> with <c>wait</c>, at a time; further ones get 503.</summary>
    [Range(1, 100_000)]
    public int StreamClients { get; init; } = 1_000;

    /// <summary>Seconds between two heartbeats of a quiet stream; less than proxies wait (the gateway 100 s).</summary>
    [Range(1, 60)]
    public double StreamHeartbeatSeconds { get; init; } = 15;

    /// <summary>Seconds that a stream's client may leave a write waiting before it is cut; it comes back with its last cursor.</summary>
    [Range(0.1, 300)]
    public double StreamWriteSeconds { get; init; } = 10;

    /// <summary>Seconds between two looks for changes that another process appended.</summary>
    [Range(0.05, 60)]
    public double StreamPollSeconds { get; init; } = 2;

    /// <summary>What a source's telling weighs in the ranking of stories, 0.1 to 10, by source id; 1 for a source that is not named.</summary>
    public Dictionary<string, double> Authority { get; init; } = new(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl.Length > 0 && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("Give an address that starts with http:// or https://, or leave it empty.", [nameof(PublicUrl)]);
        }

        foreach (var (source, weight) in Authority.Where(one => one.Value is not (>= 0.1 and <= 10)))
        {
            yield return new ValidationResult($"Source '{source}' weighs {weight}: give 0.1 to 10.", [nameof(Authority)]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult("Give an IANA name such as Europe/Kyiv.", [nameof(TimeZone)]);
        }
    }
}
