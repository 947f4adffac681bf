using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>
/// Ready = at least one service behind the gateway lives. Not all of them: with ingestion away the readers must still be served,
/// and an orchestrator takes an unready gateway out of service.
/// </summary>
internal sealed class ServicesHealthCheck(IHttpClientFactory clients, IOptions<GatewayOptions> options) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var services = RouteTable.Clusters(options.Value).ToDictionary(cluster => cluster.ClusterId, cluster => cluster.Destinations![cluster.ClusterId].Address, StringComparer.Ordinal);
        var alive = await Task.WhenAll(services.Select(async service => (Name: service.Key, Alive: await LivesAsync(service.Value, cancellationToken))));
        var away = alive.Where(service => !service.Alive).Select(service => service.Name).ToList();
        if (away.Count == 0)
        {
            return HealthCheckResult.Healthy();
        }

        var sentence = $"No answer from {string.Join(", ", away)}.";
        return away.Count == services.Count ? HealthCheckResult.Unhealthy(sentence) : HealthCheckResult.Healthy(sentence);
    }

    private async Task<bool> LivesAsync(string address, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient();
            using var answer = await client.GetAsync(new Uri(new Uri(address), "/health/live"), patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
