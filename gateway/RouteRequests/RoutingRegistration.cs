using Yarp.ReverseProxy.Transforms;

namespace NewsPlatform.Gateway.RouteRequests;

internal static class RoutingRegistration
{
    public static void AddRouting(this IHostApplicationBuilder builder, GatewayOptions options) =>
        builder.Services.AddReverseProxy()
            .LoadFromMemory(RouteTable.Routes, RouteTable.Clusters(options))
            // Links in feeds and pages must name the host that the client asked.
            .AddTransforms(transforms => transforms.AddOriginalHost());
}
