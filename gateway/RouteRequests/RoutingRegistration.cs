using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace NewsPlatform.Gateway.RouteRequests;

internal static class RoutingRegistration
{
    // Behind one address of an orchestrator there may be many replicas: a connection that is never renewed stays with one of them.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    public static void AddRouting(this IHostApplicationBuilder builder, GatewayOptions options)
    {
        builder.Services.TryAddSingleton<HostLookup>(Dns.GetHostAddressesAsync);
        builder.Services.AddSingleton<IDestinationResolver, ReplicaResolver>();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, ReplicaFailures>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(RouteTable.Routes, RouteTable.Clusters(options))
            .ConfigureHttpClient((_, handler) =>
            {
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.ConnectTimeout = ConnectPatience;
            })
            // Links in feeds and pages must name the host that the client asked.
            .AddTransforms(transforms => transforms.AddOriginalHost());
    }

    /// <summary>Maps the routes to the replicas.</summary>
    public static void MapRouting(this WebApplication app) =>
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(ReplicaFailures.TryOthersAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
}
