using System.Buffers.Text;
using System.Security.Cryptography;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The style sheet, the script and the icon, embedded in the program.</summary>
internal static class SiteAssets
{
    private const string Prefix = "site/";

    private static readonly Dictionary<string, Asset> Assets = typeof(SiteAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read);

    /// <summary>The asset's address, which changes with its content, so that copies may be kept for good.</summary>
    public static string Url(string file) => $"/assets/{file}?v={Assets[file].Version}";

    public static void MapAssets(this IEndpointRouteBuilder app) =>
        app.MapRead("/assets/{file}", (string file, HttpRequest request) =>
                Assets.TryGetValue(file, out var asset)
                    ? (IResult)new TaggedContent(asset.Content, asset.ContentType)
                    {
                        CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=300",
                    }
                    : TypedResults.NotFound())
            .ExcludeFromDescription();

    private static Asset Read(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = Path.GetExtension(name) switch
        {
            ".svg" => "image/svg+xml",
            ".js" => "text/javascript; charset=utf-8",
            _ => "text/css; charset=utf-8",
        };
        return new Asset(content, type, Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 6)));
    }

    private sealed record Asset(byte[] Content, string ContentType, string Version);
}
