using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>A replica that cannot be reached is passed over for a while; when all are, all are tried.</summary>
internal sealed class ReplicaFailures(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "replica-failures";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination) =>
        health.SetPassive(cluster, destination, context.Features.Get<IForwarderErrorFeature>() is { Error: ForwarderError.Request or ForwarderError.RequestTimedOut } ? DestinationHealth.Unhealthy : DestinationHealth.Healthy, Rest);

    /// <summary>Goes on to another replica as long as nothing was sent to the last one, for no connection came about: safe for writes too.</summary>
    public static async Task TryOthersAsync(HttpContext context, Func<Task> next)
    {
        await next();

        var proxied = context.GetReverseProxyFeature();
        var left = proxied.AllDestinations.Where(destination => destination != proxied.ProxiedDestination).ToList();
        while (left.Count > 0 && NothingWasSent(context))
        {
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = StatusCodes.Status200OK;
            proxied.AvailableDestinations = left;
            await next();
            left = [.. left.Where(destination => destination != proxied.ProxiedDestination)];
        }
    }

    private static bool NothingWasSent(HttpContext context) =>
        !context.Response.HasStarted && context.Features.Get<IForwarderErrorFeature>()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
}
