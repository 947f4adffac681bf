using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.Publishing.Tests.DeliverChanges;

/// <summary>Somebody's server on the loopback address: keeps what it is sent, and answers as the test says.</summary>
internal sealed class TestEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestEndpoint(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>What it answers to each request.</summary>
    public Func<Received, Answer> Answers { get; set; } = _ => new Answer(HttpStatusCode.OK);

    public static async Task<TestEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var endpoint = new TestEndpoint(builder.Build());
        endpoint._app.MapFallback(endpoint.TakeAsync);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var received = new Received(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        Requests.Enqueue(received);
        var answer = Answers(received);
        if (answer.Never)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = (int)answer.Status;
        if (answer.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = pause;
        }

        await context.Response.WriteAsync(answer.Body);
    }
}

/// <summary>One request.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>One answer; with <paramref name="Never"/> none until the client leaves.</summary>
internal sealed record Answer(HttpStatusCode Status, string? RetryAfter = null, string Body = "", bool Never = false);
