using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsPlatform.Hosting.Health;

/// <summary>Ready = what the process publishes gets through. (The bus's own check sees connections and consumers only.)</summary>
internal sealed class PublishHealthCheck(IBusControl bus, PublishTroubles troubles) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (bus.CheckHealth().Status != BusHealthStatus.Healthy)
        {
            troubles.Forget();
            return Task.FromResult(HealthCheckResult.Healthy("The bus is away, as its own check says."));
        }

        return Task.FromResult(troubles.Find() is { } what
            ? HealthCheckResult.Unhealthy($"{what} cannot be published although the broker is there.")
            : HealthCheckResult.Healthy());
    }
}

/// <summary>Notes each publish that got through or did not.</summary>
internal sealed class PublishWatch(PublishTroubles troubles) : IPublishObserver
{
    public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context) where T : class
    {
        troubles.Succeeded(NameOf(context));
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class
    {
        // Returned = the broker answered that nobody listens yet: the channel is well.
        if (exception is MessageReturnedException)
        {
            troubles.Succeeded(NameOf(context));
        }
        else if (!context.CancellationToken.IsCancellationRequested)
        {
            troubles.Failed(NameOf(context));
        }

        return Task.CompletedTask;
    }

    private static string NameOf<T>(PublishContext<T> context) where T : class => $"{typeof(T).Name} of {context.SourceAddress?.AbsolutePath.Split('/')[^1]}";
}
