using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Health;

/// <summary>Ready = every store of the process takes a write. (The bus has its own check.)</summary>
internal sealed class StoreHealthCheck(IEnumerable<IStoreProbe> stores) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            foreach (var store in stores)
            {
                await store.TouchAsync(patience.Token).WaitAsync(patience.Token);
            }

            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"The store took no write within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The store takes no write: {failure.Message}", failure);
        }
    }
}
