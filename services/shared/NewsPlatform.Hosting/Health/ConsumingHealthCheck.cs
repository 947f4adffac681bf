using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting.Health;

/// <summary>Ready = every endpoint of the process consumes. (The bus's own check misses an endpoint that has given up or hangs.)</summary>
internal sealed class ConsumingHealthCheck(EndpointStates states) : IHealthCheck
{
    // One that reconnects says so sooner.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silent = states.FindSilent(Tolerated);
        return Task.FromResult(silent.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Nothing is consumed from {string.Join(", ", silent)}."));
    }
}
