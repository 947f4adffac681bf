using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.DescribeApi;

/// <summary><c>/asyncapi/v1.json</c>: AsyncAPI 3 of the events on the broker, made from the contracts (<c>./tests/bench.sh asyncapi</c>) and embedded.</summary>
internal static class EventDescriptionEndpoint
{
    private const string Path = "/asyncapi/v1.json";

    private static readonly byte[] Document = Read();

    public static void MapEventDescription(this WebApplication app) =>
        app.MapRead(Path, () => new TaggedContent(Document, "application/json; charset=utf-8") { CacheControl = "public, max-age=3600" }).ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = typeof(EventDescriptionEndpoint).Assembly.GetManifestResourceStream("asyncapi.json")!;
        var document = new byte[stream.Length];
        stream.ReadExactly(document);
        return document;
    }
}
