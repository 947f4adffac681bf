using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

/// <summary>A site on a free loopback port that does what bad sites do, and remembers what it was asked.</summary>
public sealed class MisbehavingSite : IAsyncLifetime
{
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _app;

    public ConcurrentQueue<(string Path, Dictionary<string, string> Headers)> Seen { get; } = new();

    /// <summary>Forms that arrived, with the path that they arrived at.</summary>
    public ConcurrentQueue<(string Path, string Form)> Forms { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public Uri At(string path) => new(Address, path);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, 0);
            server.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            Seen.Enqueue((context.Request.Path.Value ?? "", context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
            return next(context);
        });
        Map(_app);
        await _app.StartAsync();
        var listening = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // Kestrel always has it
        Address = new Uri(listening);
    }

    public async ValueTask DisposeAsync()
    {
        _closing.SetResult();
        await _app!.DisposeAsync(); // xunit initialises before it disposes
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/page", (HttpContext http) =>
        {
            http.Response.Headers.ETag = "W/\"v 1\"";
            http.Response.Headers.LastModified = "Fri, 22 Nov 2024 14:00:00 GMT";
            var known = http.Request.Headers.IfNoneMatch == "W/\"v 1\"" || http.Request.Headers.IfModifiedSince == "Fri, 22 Nov 2024 14:00:00 GMT";
            return known ? Results.StatusCode(304) : Results.Text("<p>Добрый день</p>", "text/html; charset=utf-8");
        });
        app.MapGet("/always-304", () => Results.StatusCode(304));
        app.MapGet("/circle/{n:int}", (int n) => Results.Redirect($"/circle/{(n + 1) % 3}"));
        app.MapGet("/hops/{n:int}", (int n) => n == 0 ? Results.Text("arrived") : Results.Redirect($"/hops/{n - 1}"));
        app.MapGet("/to", (HttpContext http, string target) =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = target;
        });
        app.MapPost("/to-form", (HttpContext http, int status, string target) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = target;
        });
        app.MapPost("/{path}", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            Forms.Enqueue((http.Request.Path.Value ?? "", await reader.ReadToEndAsync()));
        });
        app.MapGet("/large", (HttpContext http) => http.Response.Body.WriteAsync(new byte[4_000_000]).AsTask());
        app.MapGet("/declared-large", (HttpContext http) => http.Response.ContentLength = 4_000_000_000);
        app.MapGet("/bomb", BombAsync);
        app.MapGet("/not-gzip", (HttpContext http) =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return http.Response.WriteAsync("this is not gzip");
        });
        app.MapGet("/packed/{how}", PackedAsync);
        app.MapGet("/headers", (HttpContext http) => http.Response.Headers["X-Large"] = new string('x', 200_000));
        app.MapGet("/silent", () => _closing.Task);
        app.MapGet("/drip", async (HttpContext http) =>
        {
            await http.Response.WriteAsync("first");
            await http.Response.Body.FlushAsync();
            await _closing.Task;
        });
        app.MapGet("/cut", async (HttpContext http) =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        app.MapGet("/busy", (HttpContext http, string? after) =>
        {
            http.Response.Headers.RetryAfter = after ?? "120";
            return Results.StatusCode(429);
        });
        app.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        app.MapGet("/cookie", (HttpContext http) => http.Response.Cookies.Append("track", "me"));
    }

    // What servers do to a body, and what they call it.
    private static async Task PackedAsync(HttpContext http, string how)
    {
        var text = Encoding.UTF8.GetBytes("<p>Добрый день</p>");
        var (name, body) = how switch
        {
            "gzip" => ("gzip", Pack(text, stream => new GZipStream(stream, CompressionLevel.Fastest))),
            "br" => ("br", Pack(text, stream => new BrotliStream(stream, CompressionLevel.Fastest))),
            "zlib" => ("deflate", Pack(text, stream => new ZLibStream(stream, CompressionLevel.Fastest))),
            "bare-deflate" => ("deflate", Pack(text, stream => new DeflateStream(stream, CompressionLevel.Fastest))),
            "twice" => ("gzip, br", Pack(Pack(text, stream => new GZipStream(stream, CompressionLevel.Fastest)), stream => new BrotliStream(stream, CompressionLevel.Fastest))),
            "charset" => ("UTF-8", text),
            "zstd" => ("zstd", text),
            "over-and-over" => ("gzip, gzip, gzip, gzip", text),
            _ => ("gzip", Pack(new byte[8_000_000], stream => new GZipStream(stream, CompressionLevel.SmallestSize))),
        };
        http.Response.Headers.ContentEncoding = name;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(body);
    }

    private static byte[] Pack(byte[] text, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(text);
        }

        return packed.ToArray();
    }

    private static async Task BombAsync(HttpContext http)
    {
        http.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        var zeros = new byte[1_000_000];
        for (var megabyte = 0; megabyte < 50; megabyte++)
        {
            await gzip.WriteAsync(zeros);
        }
    }
}
