using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>How feeds are followed that a hub tells of (W3C WebSub).</summary>
internal sealed class WebSubOptions
{
    public const string Section = "WebSub";

    /// <summary>Where hubs on the internet reach the gateway, such as <c>https://news.example</c>; their calls go to <c>/websub/…</c> below it. Empty = no feed is subscribed.</summary>
    [CallbackAddress]
    public string CallbackAddress { get; init; } = "";

    /// <summary>Hours that hubs are asked to deliver for; a hub may say otherwise. Renewed after three quarters.</summary>
    [Range(1, 8_760)]
    public double LeaseHours { get; init; } = 240;

    /// <summary>Minutes between two polls of a feed whose hub delivers: what a hub that falls silent costs at the most. Never more than half of what the feed's list covers.</summary>
    [Range(1, 1_440)]
    public double PollMinutes { get; init; } = 120;

    /// <summary>Minutes within which a hub must deliver what a poll found before it; otherwise it counts as silent, and the feed is polled at its own pace.</summary>
    [Range(0.1, 1_440)]
    public double GraceMinutes { get; init; } = 15;

    /// <summary>Bytes of a delivery; larger ones are refused (413) and left to the polls.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxBodyBytes { get; init; } = 4 * 1_048_576;

    /// <summary>Deliveries of one subscription within a minute; further ones are refused (429).</summary>
    [Range(1, 10_000)]
    public int DeliveriesPerMinute { get; init; } = 60;

    /// <summary>Deliveries that a process reads at a time; further ones are refused (429).</summary>
    [Range(1, 1_000)]
    public int ConcurrentDeliveries { get; init; } = 8;

    /// <summary>Seconds within which a delivery's body must have arrived (408).</summary>
    [Range(1, 600)]
    public double BodySeconds { get; init; } = 30;

    internal bool IsOn => CallbackAddress.Length > 0;

    internal TimeSpan Lease => TimeSpan.FromHours(LeaseHours);

    internal TimeSpan Grace => TimeSpan.FromMinutes(GraceMinutes);

    internal Uri CallbackOf(string subscriptionId) => new($"{CallbackAddress.TrimEnd('/')}{HubCallbackEndpoint.Path}/{subscriptionId}");
}

/// <summary>The value is empty, or an address that hubs can call.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CallbackAddressAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string { Length: > 0 } text || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } && text.Length <= 1_024)
            ? ValidationResult.Success
            : new ValidationResult($"'{text}' is no address that hubs could call: give one such as https://news.example, without user, query or fragment.", [validationContext.MemberName ?? ""]);
}
