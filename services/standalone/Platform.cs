using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsPlatform.Enrichment;
using NewsPlatform.Gateway;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion;
using NewsPlatform.Publishing;
using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>The three services in one app with one in-memory bus, on a loopback port of its own, and the gateway as a second app in front of it.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly StandaloneOptions _options;
    private readonly string _adminKey;
    private readonly WebApplication _services;
    private WebApplication? _gateway;

    public Platform(StandaloneOptions options, string adminKey)
    {
        _options = options;
        _adminKey = adminKey;
        _services = BuildServices(options);
        Address = new Uri($"http://localhost:{options.Port}/");
    }

    /// <summary>Where clients find it.</summary>
    public Uri Address { get; }

    /// <summary>Ends when the platform is told to stop.</summary>
    public CancellationToken Stopping => _gateway!.Lifetime.ApplicationStopping;

    public async Task StartAsync(CancellationToken ct)
    {
        await _services.StartOrStopAsync(ct);
        var isOpen = false;
        try
        {
            _gateway = BuildGateway(_services.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            _services.Lifetime.ApplicationStopping.Register(_gateway.Lifetime.StopApplication);
            await _gateway.StartOrStopAsync(ct);
            isOpen = true;
        }
        finally
        {
            if (!isOpen)
            {
                await _services.StopAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Waits for Ctrl+C (or the services' end), then stops the door first and the rooms behind it after.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        await _gateway!.WaitForShutdownAsync(ct);
        await _services.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        await _services.DisposeAsync();
    }

    private static WebApplication BuildServices(StandaloneOptions options)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Messaging:Transport"] = nameof(MessagingTransport.InMemory);
        builder.Configuration["Storage:Engine"] = "Sqlite";
        builder.Configuration["Storage:Path"] = options.DataFolder;
        if (options.Demo)
        {
            // The edition's site is on loopback, which is refused to sources otherwise.
            builder.Configuration["Fetching:AllowedNetworks"] = "127.0.0.0/8;::1/128";

            // Its towns are in no atlas.
            if (string.IsNullOrEmpty(builder.Configuration["Enrichment:GazetteerPath"]))
            {
                builder.Configuration["Enrichment:GazetteerPath"] = Path.Combine(Edition.Folder, "gazetteer.txt");
            }
        }

        builder.AddServiceDefaults(MetricsPlace.SeparatePort);
        builder.Services.AddSingleton<IHostLifetime, FollowingLifetime>();
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("NewsPlatform", LogLevel.Warning);
        builder.AddIngestion();
        builder.AddEnrichment();
        builder.AddPublishing();
        builder.AddMessaging();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapServiceDescription();
        app.MapIngestion();
        app.MapEnrichment();
        app.MapPublishing();
        return app;
    }

    private WebApplication BuildGateway(string services)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_options.Port}");
        builder.Configuration["Gateway:Ingestion"] = services;
        builder.Configuration["Gateway:Enrichment"] = services;
        builder.Configuration["Gateway:Publishing"] = services;
        builder.Configuration["Gateway:Keys:admin:Key"] = _adminKey;
        builder.Configuration["Gateway:Keys:admin:Scopes"] = "admin";
        builder.AddServiceDefaults(MetricsPlace.OtherApp);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Yarp", LogLevel.Error);
        builder.AddGateway();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGateway();
        return app;
    }

    /// <summary>Leaves Ctrl+C to the gateway: the services stop after it.</summary>
    private sealed class FollowingLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
