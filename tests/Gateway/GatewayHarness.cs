using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Gateway.RouteRequests;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Gateway.Tests;

/// <summary>The real gateway in front of three services that answer who they are and what reached them.</summary>
internal sealed class GatewayHarness : IAsyncDisposable
{
    public const string AdminKey = "admin-key-of-the-test";
    public const string PushKey = "push-key-of-the-tests";

    private readonly List<WebApplication> _apps;

    private GatewayHarness(List<WebApplication> apps, Uri address)
    {
        _apps = apps;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static Task<GatewayHarness> StartAsync(params (string Key, string Value)[] configuration) => StartAsync(Dns.GetHostAddressesAsync, configuration);

    /// <param name="lookup">What host names stand for.</param>
    /// <param name="configuration">Keys beside the harness's own.</param>
    public static async Task<GatewayHarness> StartAsync(HostLookup lookup, params (string Key, string Value)[] configuration)
    {
        var apps = new List<WebApplication>();
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        foreach (var service in new[] { "Ingestion", "Enrichment", "Publishing" })
        {
            apps.Add(await StartEchoAsync(service));
            builder.Configuration[$"Gateway:{service}"] = apps[^1].Urls.First();
        }

        builder.Configuration["Gateway:Keys:chief:Key"] = AdminKey;
        builder.Configuration["Gateway:Keys:chief:Scopes"] = "admin";
        builder.Configuration["Gateway:Keys:reporter:Key"] = PushKey;
        builder.Configuration["Gateway:Keys:reporter:Scopes"] = "push";
        builder.Configuration.AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Services.AddSingleton(lookup);
        builder.AddServiceDefaults(MetricsPlace.SeparatePort);
        builder.AddGateway();
        var gateway = builder.Build();
        gateway.MapServiceDefaults();
        gateway.MapGateway();
        await gateway.StartAsync();
        apps.Add(gateway);
        return new GatewayHarness(apps, new Uri(gateway.Urls.First()));
    }

    public async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Ends the service so that the gateway finds nobody there.</summary>
    public Task StopServiceAsync(int index) => _apps[index].StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    /// <param name="service">What it answers that it is.</param>
    /// <param name="address">Where it listens; null = a free port of 127.0.0.1.</param>
    public static async Task<WebApplication> StartEchoAsync(string service, string? address = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address ?? "http://127.0.0.1:0");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapServiceDescription();
        app.MapGet("/api/v1/articles", () => "").WithName($"List{service}");
        app.MapPost("/api/v1/articles", () => "").WithName($"Push{service}");
        app.MapGet("/api/v1/sources/busy", () => Problems.TooManyRequests("Too much waits.", TimeSpan.FromSeconds(17))).ExcludeFromDescription();
        app.MapFallback("{*path}", (HttpRequest request) => Results.Json(new { service, path = request.Path.Value, key = request.Headers["X-Api-Key"].ToString(), authorization = request.Headers.Authorization.ToString(), query = request.QueryString.Value, caller = request.Headers["X-NewsPlatform-Caller"].ToString(), host = request.Host.Value }));
        app.Use(async (context, next) =>
        {
            context.Response.Headers["X-Answered-By"] = service;
            await next(context);
        });
        await app.StartAsync();
        return app;
    }
}
