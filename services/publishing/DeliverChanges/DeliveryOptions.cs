using System.ComponentModel.DataAnnotations;
using NewsPlatform.Hosting.Outbound;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>The limits of what is sent to others.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Webhooks that may be registered; further ones get 409.</summary>
    [Range(1, 1_000)]
    public int MaxWebhooks { get; init; } = 100;

    /// <summary>Subscriptions to feeds that the hub takes; further ones are denied; 0 = there is no hub.</summary>
    [Range(0, 4_000)]
    public int MaxSubscriptions { get; init; } = 1_000;

    /// <summary>Endpoints that a process sends to at a time; one endpoint gets one message at a time.</summary>
    [Range(1, 500)]
    public int ConcurrentEndpoints { get; init; } = 32;

    /// <summary>Seconds within which an endpoint must have answered.</summary>
    [Range(0.1, 30)]
    public double TimeoutSeconds { get; init; } = 15;

    /// <summary>Networks that are not public and may be sent to all the same: CIDR, parted by semicolons, for example <c>10.1.0.0/16;127.0.0.1</c>.</summary>
    [NetworkList]
    public string AllowedNetworks { get; init; } = "";

    /// <summary>Days that attempts stay in the delivery log.</summary>
    [Range(1, 3_650)]
    public int LogDays { get; init; } = 30;

    /// <summary>Attempts that stay in the delivery log of one endpoint.</summary>
    [Range(10, 100_000)]
    public int LogAttempts { get; init; } = 1_000;
}
