using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Prometheus' door.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    /// <summary>Maps <c>/metrics</c> where the app's own port is internal.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MetricsExposure>().OnOwnPort)
        {
            app.MapPrometheusScrapingEndpoint(Path).ExcludeFromDescription();
        }
    }
}

/// <summary>
/// A port of its own for <c>/metrics</c> and nothing else, on the interface that the process listens on: the gateway's own port is public, and a
/// path that only routing kept from it would be one mistake from the open.
/// </summary>
internal sealed class MetricsPort(IServer server, MeterProvider metrics, ILoggerFactory logs, IOptions<TelemetryOptions> options) : IHostedLifecycleService, IAsyncDisposable
{
    private WebApplication? _app;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Once the server listens its addresses say on which interface.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(logs);
        builder.WebHost.UseUrls($"http://{Interface()}:{options.Value.Port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        _app = builder.Build();
        _app.MapPrometheusScrapingEndpoint(MetricsEndpoint.Path, metrics, configureBranchedPipeline: null, optionsName: null);
        await _app.StartAsync(cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Last of all: what the process counts while it stops is still to be had.
    public Task StoppedAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string Interface() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? BindingAddress.Parse(address).Host : "127.0.0.1";
}
