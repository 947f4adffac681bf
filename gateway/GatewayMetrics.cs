using System.Diagnostics.Metrics;

namespace NewsPlatform.Gateway;

/// <summary>Why the gateway let requests not through.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "NewsPlatform.Gateway";

    private readonly Counter<long> _refusals;

    public GatewayMetrics(IMeterFactory meters) =>
        _refusals = meters.Create(MeterName).CreateCounter<long>("newsplatform.gateway.refusals", unit: "{request}", description: "Requests refused, by reason: over the rate limit, without a key, with an unknown one, with one that may not.");

    public void Refused(RefusalReason reason) => _refusals.Add(1, new KeyValuePair<string, object?>("Reason", reason.ToString()));
}

internal enum RefusalReason
{
    RateLimit,
    NoKey,
    UnknownKey,
    Scope,
}
