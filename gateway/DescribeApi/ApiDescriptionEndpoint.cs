using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.DescribeApi;

internal static class ApiDescriptionEndpoint
{
    public static void MapApiDescription(this WebApplication app) =>
        app.MapRead(ApiDescription.Path, async (ApiDescription description, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=60";
            return TypedResults.Json(await description.ReadAsync(context.RequestAborted));
        });
}
