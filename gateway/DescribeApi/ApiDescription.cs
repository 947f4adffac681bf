using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsPlatform.Gateway.RouteRequests;

namespace NewsPlatform.Gateway.DescribeApi;

/// <summary>The services' own OpenAPI documents as one; only the operations that the gateway routes to the service that describes them.</summary>
internal sealed partial class ApiDescription(IHttpClientFactory clients, IOptions<GatewayOptions> options, ILogger<ApiDescription> logger)
{
    public const string Path = "/openapi/v1.json";

    /// <summary>The merged document; services that do not answer are left out and named in <c>info.description</c>.</summary>
    public async Task<JsonObject> ReadAsync(CancellationToken ct)
    {
        var merged = new MergedDocument();
        foreach (var address in RouteTable.Clusters(options.Value).SelectMany(cluster => cluster.Destinations!.Select(destination => (cluster.ClusterId, destination.Value.Address))))
        {
            try
            {
                using var client = clients.CreateClient();
                var document = await client.GetFromJsonAsync<JsonObject>(new Uri(new Uri(address.Address), Path), ct);
                merged.Add(document!, operation => RouteMatcher.ClusterOf(operation.Method, operation.Path) == address.ClusterId);
            }
            catch (Exception away) when (away is HttpRequestException or System.Text.Json.JsonException)
            {
                LogAway(address.ClusterId, away.Message);
                merged.Missing(address.ClusterId);
            }
        }

        return merged.ToDocument();
    }

    [LoggerMessage(LogLevel.Warning, "The API description of {Service} is missing: {Reason}")]
    private partial void LogAway(string service, string reason);
}
