using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Logs, metrics and traces of a process, by one section of the configuration.</summary>
internal static class TelemetryRegistration
{
    // Ten seconds of a busy process; what a collector that is away leaves lying is dropped, never waited for.
    private const int SpansKept = 16_384;

    private static readonly TimeSpan ExportPatience = TimeSpan.FromSeconds(3);

    /// <summary>Listens to nobody and costs nothing where nothing is exported or scraped.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, MetricsPlace place)
    {
        var options = builder.AddValidatedOptions<TelemetryOptions>(TelemetryOptions.Section);
        var export = OtlpExport.Configure(builder.Configuration, options);
        builder.AddLogs(options, export.Logs);
        var scraped = options.Enabled && (place == MetricsPlace.OwnPort || (place == MetricsPlace.SeparatePort && options.Port > 0));
        builder.Services.AddSingleton(new MetricsExposure(OnOwnPort: scraped && place == MetricsPlace.OwnPort));
        if (place == MetricsPlace.OtherApp)
        {
            return;
        }

        // The SDK listens to the whole process, whichever container an instrument came from.
        if (export.Traces)
        {
            builder.Services.AddOpenTelemetry().WithTracing(tracing => AddTraces(tracing, builder, options, isPublic: place == MetricsPlace.SeparatePort));
        }

        if (scraped || export.Metrics)
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => AddMetrics(metrics, builder, scraped, export.Metrics));
            builder.Services.AddSingleton<IFigures, HealthFigures>();
            builder.Services.AddHostedService<GaugeSampler>();
        }

        if (scraped && options.Port > 0)
        {
            builder.Services.AddHostedService<MetricsPort>();
        }
    }

    private static void AddLogs(this IHostApplicationBuilder builder, TelemetryOptions options, bool exported)
    {
        if (options.LogFormat == LogFormat.Json)
        {
            builder.Logging.AddConsole(console => console.FormatterName = JsonLineFormatter.FormatterName).AddConsoleFormatter<JsonLineFormatter, JsonLineOptions>();
        }
        else
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            });
        }

        if (exported)
        {
            builder.Logging.AddOpenTelemetry(logs =>
            {
                logs.IncludeFormattedMessage = true;
                logs.SetResourceBuilder(Describe(ResourceBuilder.CreateEmpty(), builder.Environment));
                logs.AddOtlpExporter();
            });
        }
    }

    /// <param name="tracing">What is built.</param>
    /// <param name="builder">The host.</param>
    /// <param name="options">The settings.</param>
    /// <param name="isPublic">Callers from outside may name a trace to go on with, but not decide what is recorded here.</param>
    private static void AddTraces(TracerProviderBuilder tracing, IHostApplicationBuilder builder, TelemetryOptions options, bool isPublic)
    {
        // Its own word on the server span's name and tags; the instrumentation package of OpenTelemetry would only repeat it.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        var ratio = new TraceIdRatioBasedSampler(options.TraceRatio);
        tracing.ConfigureResource(resource => Describe(resource, builder.Environment))
            .SetSampler(isPublic ? new ParentBasedSampler(ratio, remoteParentSampled: ratio, remoteParentNotSampled: ratio) : new ParentBasedSampler(ratio))
            .AddSource([.. Instruments.Sources])
            .AddProcessor(new ProbeSpanFilter())
            .AddOtlpExporter(exporter =>
            {
                exporter.TimeoutMilliseconds = (int)ExportPatience.TotalMilliseconds;
                exporter.BatchExportProcessorOptions.MaxQueueSize = SpansKept;
            });
    }

    private static void AddMetrics(MeterProviderBuilder metrics, IHostApplicationBuilder builder, bool scraped, bool exported)
    {
        metrics.ConfigureResource(resource => Describe(resource, builder.Environment)).AddMeter([.. Instruments.Meters]);
        if (scraped)
        {
            metrics.AddPrometheusExporter();
        }

        if (exported)
        {
            metrics.AddOtlpExporter(exporter => exporter.TimeoutMilliseconds = (int)ExportPatience.TotalMilliseconds);
        }
    }

    /// <summary>The process by its program's name: <c>newsplatform-ingestion</c>, <c>newsplatform-standalone</c>; the standard variables go first.</summary>
    private static ResourceBuilder Describe(ResourceBuilder resource, IHostEnvironment environment) =>
        resource
            .AddService(
                environment.ApplicationName.Replace('.', '-').ToLowerInvariant(),
                serviceNamespace: "newsplatform",
                serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3),
                autoGenerateServiceInstanceId: false,
                serviceInstanceId: Environment.MachineName)
            .AddEnvironmentVariableDetector();
}

/// <summary>Whether the app serves <c>/metrics</c> on its own port.</summary>
internal sealed record MetricsExposure(bool OnOwnPort);
