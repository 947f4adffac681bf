using Yarp.ReverseProxy.Configuration;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>Which service answers what, by method and path (architecture, Processes).</summary>
internal static class RouteTable
{
    public const string Ingestion = "ingestion";
    public const string Enrichment = "enrichment";
    public const string Publishing = "publishing";

    private static readonly string[] Read = ["GET", "HEAD"];

    public static IReadOnlyList<RouteConfig> Routes { get; } =
    [
        Route("push", Ingestion, "/api/v1/articles", ["POST"]),
        Route("withdraw", Ingestion, "/api/v1/articles/{id}", ["DELETE"]),
        Route("journey", Ingestion, "/api/v1/articles/{id}/journey", Read),
        Route("revisions", Ingestion, "/api/v1/articles/{id}/revisions", Read),
        Route("archive", Ingestion, "/api/v1/archive/{**rest}"),
        Route("sources", Ingestion, "/api/v1/sources/{**rest}"),
        Route("deadletters", Ingestion, "/api/v1/deadletters/{**rest}"),
        Route("pipeline", Ingestion, "/api/v1/pipeline", Read),
        Route("limits", Ingestion, "/api/v1/limits", Read),
        Route("websub", Ingestion, "/websub/{id}", ["GET", "POST"]),
        Route("analyze", Enrichment, "/api/v1/analyze", ["POST"]),
        Route("explain-story", Enrichment, "/api/v1/stories/{id}/articles/{articleId}/explanation", Read),
        Route("edit-story", Enrichment, "/api/v1/stories/{id}/{edit}", ["POST"]),
        Route("articles", Publishing, "/api/v1/articles/{**rest}", Read),
        Route("stories", Publishing, "/api/v1/stories/{**rest}", Read),
        Route("entities", Publishing, "/api/v1/entities/{**rest}", Read),
        Route("quotes", Publishing, "/api/v1/quotes", Read),
        Route("sections", Publishing, "/api/v1/sections", Read),
        Route("suggestions", Publishing, "/api/v1/suggestions", Read),
        Route("changes", Publishing, "/api/v1/changes", Read),
        Route("stream", Publishing, "/api/v1/stream", Read),
        Route("hub", Publishing, "/hub", ["POST"]),
        Route("webhooks", Publishing, "/api/v1/webhooks/{**rest}", ["GET", "HEAD", "POST", "PATCH", "DELETE"]),
        Route("newsapi", Publishing, "/v2/{**rest}", Read),
        Route("reader", Publishing, "/reader/api/0/{**rest}", ["GET", "HEAD", "POST"]),
        Route("reader-atom", Publishing, "/reader/atom/{**stream}", Read),
        Route("feeds", Publishing, "/feeds/{**rest}", Read),
        Route("site", Publishing, "/{**page}", Read, order: 1_000),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(GatewayOptions options) =>
    [
        Cluster(Ingestion, options.Ingestion),
        Cluster(Enrichment, options.Enrichment),
        Cluster(Publishing, options.Publishing),
    ];

    private static RouteConfig Route(string id, string cluster, string path, IReadOnlyList<string>? methods = null, int order = 0) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Order = order,
        Match = new RouteMatch { Path = path, Methods = methods },
    };

    private static ClusterConfig Cluster(string id, string address) => new()
    {
        ClusterId = id,
        HealthCheck = new HealthCheckConfig { Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = ReplicaFailures.PolicyName } },
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { [id] = new() { Address = address } },
    };
}
