using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone.ServeEdition;

/// <summary>The sample edition as web sites: <c>http://publisher.domain:port/…</c>, each host one folder.</summary>
internal sealed class EditionSite : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>The hosts' common end in the files, and where the site runs beside the platform in one process: always this machine.</summary>
    private const string OwnDomain = "localhost";

    private readonly WebApplication _app;
    private readonly string _end;

    private EditionSite(WebApplication app, Edition edition, string end)
    {
        _app = app;
        _end = end;
        Edition = edition;
    }

    public Edition Edition { get; }

    /// <summary>Starts on the port of the last time, or on a free one the first time.</summary>
    public static async Task<EditionSite> StartAsync(DataFolder folder, CancellationToken ct)
    {
        var kept = folder.EditionPort;
        try
        {
            var site = await ListenAsync($"http://127.0.0.1:{kept ?? 0}", OwnDomain, ct);
            folder.EditionPort = new Uri(site._app.Urls.First()).Port;
            return site;
        }
        catch (IOException inUse) when (kept is not null)
        {
            throw new ConfigurationException($"The sample edition's port {kept} (file edition-port in the data folder) is in use: end the other program, or name a new folder with --data.", inUse);
        }
    }

    /// <summary>Starts on every address of this machine, for a platform elsewhere that finds <c>publisher.domain</c> here.</summary>
    public static Task<EditionSite> StartAsync(int port, string domain, CancellationToken ct) => ListenAsync($"http://*:{port}", domain, ct);

    /// <summary>An address of the edition as this site serves it.</summary>
    public string UrlOf(string url) => Rewrite(url, _end);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<EditionSite> ListenAsync(string url, string domain, CancellationToken ct)
    {
        var edition = Edition.Read();
        var builder = WebApplication.CreateSlimBuilder();
        builder.UseDefaultPort(0);
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health/live", () => "");
        app.MapGet("/{**path}", (HttpContext context) => Serve(context.Request, EndOf(domain, context.Connection.LocalPort)));
        var isListening = false;
        try
        {
            await app.StartAsync(ct);
            isListening = true;
        }
        finally
        {
            if (!isListening)
            {
                await app.DisposeAsync();
            }
        }

        return new EditionSite(app, edition, EndOf(domain, new Uri(app.Urls.First().Replace("*", "localhost", StringComparison.Ordinal)).Port));
    }

    private static IResult Serve(HttpRequest request, string end)
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
            ? Results.Bytes(Encoding.UTF8.GetBytes(Rewrite(File.ReadAllText(file), end)), type, lastModified: new DateTimeOffset(written))
            : Results.File(file, type, lastModified: new DateTimeOffset(written));
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || (type.EndsWith("xml", StringComparison.Ordinal) && !type.StartsWith("image/", StringComparison.Ordinal));

    private static string EndOf(string domain, int port) => $".{domain}:{port}/";

    private static string Rewrite(string text, string end) => text.Replace($".{OwnDomain}/", end, StringComparison.Ordinal);
}
