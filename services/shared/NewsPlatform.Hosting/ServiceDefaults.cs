using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting;

/// <summary>What every process has: clock, logs, health, errors as problem details, one JSON dialect.</summary>
public static class ServiceDefaults
{
    // What a waiting request may hold of its body: with the server's own 1 MiB, a thousand of them would be a gigabyte.
    private const long UnreadBodyBytes = 64 * 1024;

    /// <summary>Adds the defaults; safe to call once per service when several share a process.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="metrics">Where this process shows its metrics.</param>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder, MetricsPlace metrics = MetricsPlace.OwnPort)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        if (builder.Services.Any(service => service.ServiceType == typeof(StoreHealthCheck)))
        {
            return builder;
        }

        builder.Configuration.AddSecretFiles(Environment.GetEnvironmentVariables());
        builder.AddTelemetry(metrics);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A start that fails is told in one sentence by ServiceHost; a background service that dies is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBufferSize = UnreadBodyBytes);
        builder.Services.AddErrorAnswers();
        builder.Services.AddSingleton<AnswerTimes>();
        builder.Services.AddOpenApi();
        builder.Services.Configure<JsonOptions>(options => JsonDefaults.Apply(options.SerializerOptions));
        builder.Services.AddSingleton<StoreHealthCheck>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealthCheck>("store", tags: [HealthTags.Ready])
            .AddCheck<StartUpHealthCheck>("start-up", tags: [HealthTags.Started]);
        return builder;
    }

    /// <summary>Ends a process that stays unready; for processes that an orchestrator restarts.</summary>
    public static IHostApplicationBuilder AddWatchdog(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<HealthOptions>(HealthOptions.Section);
        builder.Services.AddHostedService<Watchdog>();
        return builder;
    }

    /// <summary>Maps <c>/health/live</c> (the process answers), <c>/health/started</c> (what it does once at its start is over), <c>/health/ready</c> (it can consume, publish and store; degraded is not ready) and, on an internal port, <c>/metrics</c>.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseErrorAnswers();
        app.MapMetrics();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/started", AnswerOf(HealthTags.Started));
        app.MapHealthChecks("/health/ready", AnswerOf(HealthTags.Ready));
        return app;
    }

    private static HealthCheckOptions AnswerOf(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResultStatusCodes =
        {
            [HealthStatus.Healthy] = StatusCodes.Status200OK,
            [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
            [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
        },
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(HealthAnswer.Of(report), JsonDefaults.Options, context.RequestAborted),
    };

    /// <summary>Maps <c>/openapi/v1.json</c> of the process's own endpoints; the gateway merges them.</summary>
    public static void MapServiceDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");
}

/// <summary>The body of <c>/health/ready</c> and <c>/health/started</c>.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks)
{
    public static HealthAnswer Of(HealthReport report) => new(
        report.Status.ToString(),
        report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description is { } why ? $"{entry.Value.Status}: {why}" : entry.Value.Status.ToString(), StringComparer.Ordinal));
}
