using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Newsctl.Tests;

/// <summary>A request that the server got.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A small HTTP server that answers in the API's shapes what the test tells it and remembers what it was asked.</summary>
internal sealed class PlatformServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private PlatformServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public static async Task<PlatformServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var server = new PlatformServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers "GET /path" or "GET /path?query"; the longer key wins.</summary>
    public PlatformServer On(string request, Func<HttpContext, Task> answer)
    {
        _answers[request] = answer;
        return this;
    }

    public PlatformServer On(string request, string json, int status = 200, string contentType = "application/json") =>
        On(request, context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(json);
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        _seen.Enqueue(new SeenRequest(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", request.ContentType, await reader.ReadToEndAsync(), headers));

        var key = $"{request.Method} {request.Path.Value}";
        if (_answers.TryGetValue(key + request.QueryString.Value, out var answer) || _answers.TryGetValue(key, out answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/problem+json";
        await context.Response.WriteAsync("""{"status":404,"detail":"There is nothing here."}""");
    }
}
