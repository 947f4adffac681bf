using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone.ServeEdition;

/// <summary>The sample edition as web sites: <c>http://publisher.localhost:port/…</c>, each host one folder.</summary>
internal sealed class EditionSite : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly WebApplication _app;
    private readonly int _port;

    private EditionSite(WebApplication app, Edition edition, int port)
    {
        _app = app;
        _port = port;
        Edition = edition;
    }

    public Edition Edition { get; }

    /// <summary>Starts on the port of the last time, or on a free one the first time.</summary>
    public static async Task<EditionSite> StartAsync(DataFolder folder, CancellationToken ct)
    {
        var edition = Edition.Read();
        var kept = folder.EditionPort;
        var builder = WebApplication.CreateSlimBuilder();
        builder.UseDefaultPort(0);
        builder.WebHost.UseUrls($"http://127.0.0.1:{kept ?? 0}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/{**path}", (HttpContext context) => Serve(context.Request, context.Connection.LocalPort));
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException inUse) when (kept is not null)
        {
            await app.DisposeAsync();
            throw new ConfigurationException($"The sample edition's port {kept} (file edition-port in the data folder) is in use: end the other program, or name a new folder with --data.", inUse);
        }

        var port = new Uri(app.Urls.First()).Port;
        folder.EditionPort = port;
        return new EditionSite(app, edition, port);
    }

    /// <summary>An address of the edition as this site serves it.</summary>
    public string UrlOf(string url) => AtPort(url, _port);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Serve(HttpRequest request, int port)
    {
        var path = request.Path.Value is { Length: > 1 } asked && !asked.EndsWith('/') ? asked : request.Path.Value + "index.html";
        var root = Path.Combine(Edition.Folder, request.Host.Host.Split('.')[0]);
        var file = Path.GetFullPath(Path.Combine(root, path.TrimStart('/')));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
        {
            return Results.NotFound();
        }

        var type = ContentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        var written = File.GetLastWriteTimeUtc(file);
        return IsText(type)
            ? Results.Bytes(Encoding.UTF8.GetBytes(AtPort(File.ReadAllText(file), port)), type, lastModified: new DateTimeOffset(written))
            : Results.File(file, type, lastModified: new DateTimeOffset(written));
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || (type.EndsWith("xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal));

    private static string AtPort(string text, int port) => text.Replace(".localhost/", $".localhost:{port}/", StringComparison.Ordinal);
}
