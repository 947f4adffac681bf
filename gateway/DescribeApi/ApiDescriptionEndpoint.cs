using System.Text.Json;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.DescribeApi;

internal static class ApiDescriptionEndpoint
{
    public static void MapApiDescription(this WebApplication app) =>
        app.MapRead(ApiDescription.Path, async (ApiDescription description, CancellationToken ct) =>
            new TaggedContent(JsonSerializer.SerializeToUtf8Bytes(await description.ReadAsync(ct), JsonDefaults.Options), "application/json; charset=utf-8") { CacheControl = "public, max-age=60" });
}
