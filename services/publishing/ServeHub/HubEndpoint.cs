using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary><c>/hub</c>: the WebSub hub of this platform's feeds.</summary>
internal static class HubEndpoint
{
    private const int MaxBodyBytes = 16 * 1_024;

    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(30);

    public static void MapHub(this IEndpointRouteBuilder app) =>
        app.MapPost("/hub", AskAsync)
            .WithTags("Feeds")
            .WithName("AskHub")
            .WithSummary("Subscribes a callback to a feed, or ends that (WebSub). 202: the callback is asked whether that was meant.")
            .Produces<string>(StatusCodes.Status202Accepted, "text/plain")
            .ProducesProblems(400, 404, 413, 415, 503)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                string[] fields = ["hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret"];
                var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = fields.ToDictionary(field => field, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String }) };
                operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/x-www-form-urlencoded"] = new() { Schema = schema } } };
                return Task.CompletedTask;
            });

    private static async Task<IResult> AskAsync(
        HttpRequest request, [FromServices] HubDesk desk, [FromServices] EndpointCaller caller, [FromServices] IOptions<PublishingOptions> site, [FromServices] IOptions<DeliveryOptions> options, CancellationToken ct)
    {
        if (options.Value.MaxSubscriptions == 0)
        {
            return Problems.NotFound($"There is no hub here ({DeliveryOptions.Section}:{nameof(DeliveryOptions.MaxSubscriptions)} is 0).");
        }

        if (!request.HasFormContentType)
        {
            return Problems.UnsupportedMediaType($"Content-Type is '{request.ContentType}': send application/x-www-form-urlencoded.");
        }

        if (request.ContentLength > MaxBodyBytes)
        {
            return Problems.TooLarge($"The request is larger than {MaxBodyBytes:N0} bytes.");
        }

        var asked = HubRequest.Read(await request.ReadFormAsync(ct), SiteAddress.Of(request, site.Value).Root, caller, out var problem);
        return asked is null ? Problems.BadRequest(problem!) // no request = a problem
            : await desk.TryTakeAsync(asked, ct) ? TypedResults.Text("The callback is asked whether that was meant.\n", "text/plain", Encoding.UTF8, StatusCodes.Status202Accepted)
            : Problems.Unavailable("Too many requests wait to be confirmed: ask again soon.", Shortly);
    }
}
