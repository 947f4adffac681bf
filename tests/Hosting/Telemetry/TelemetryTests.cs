using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsPlatform.Hosting.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task An_internal_port_shows_counters_histograms_and_the_processs_own_figures()
    {
        await using var app = Build();
        await app.StartAsync();
        var outcomes = new NoteMetrics(app.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await client.GetAsync(new Uri("/health/live", UriKind.Relative));

        outcomes.Count("keep", "do\"ne");

        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("# TYPE newsplatform_outcome_total counter", text, StringComparison.Ordinal);
        Assert.Contains("""Outcome="do\"ne",Stage="keep"} 1""", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_started_once_every_step_of_the_start_is_over()
    {
        var step = new SlowStep();
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton<IStartUpStep>(step);
        await using var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var before = await client.GetAsync(new Uri("/health/started", UriKind.Relative));
        step.IsOver = true;
        using var after = await client.GetAsync(new Uri("/health/started", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        Assert.Contains("a long reading", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory, InlineData(MetricsPlace.SeparatePort), InlineData(MetricsPlace.OtherApp)]
    public async Task A_public_port_has_no_metrics(MetricsPlace place)
    {
        await using var app = Build(place);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Listens_to_no_trace_while_nobody_collects_them()
    {
        await using var silent = Build();
        await using var unscraped = Build(MetricsPlace.SeparatePort);
        await using var exporting = Build(MetricsPlace.SeparatePort, ("Telemetry:Otlp:Endpoint", "http://127.0.0.1:9"));
        await using var disabled = Build(MetricsPlace.OwnPort, ("Telemetry:Otlp:Endpoint", "http://127.0.0.1:9"), ("Telemetry:Enabled", "false"));

        Assert.Null(silent.Services.GetService<TracerProvider>());
        Assert.Null(unscraped.Services.GetService<MeterProvider>());
        Assert.NotNull(exporting.Services.GetService<TracerProvider>());
        Assert.NotNull(exporting.Services.GetService<MeterProvider>());
        Assert.Null(disabled.Services.GetService<TracerProvider>());
        Assert.Null(disabled.Services.GetService<MeterProvider>());
    }

    [Fact]
    public void The_standard_variables_switch_single_signals_on()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = "http://127.0.0.1:9/v1/traces";

        Assert.Equal(new OtlpExport(Traces: true, Metrics: false, Logs: false), OtlpExport.Configure(builder.Configuration, new TelemetryOptions()));
    }

    [Fact]
    public void Our_own_keys_go_before_the_standard_variables()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://other:4317";

        OtlpExport.Configure(builder.Configuration, new TelemetryOptions { Otlp = new OtlpOptions { Endpoint = "http://ours:4318", Protocol = OtlpProtocol.HttpProtobuf, Headers = "key=secret" } });

        Assert.Equal("http://ours:4318", builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Equal("http/protobuf", builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.Equal("key=secret", builder.Configuration["OTEL_EXPORTER_OTLP_HEADERS"]);
    }

    [Fact]
    public void An_endpoint_that_is_no_address_stops_the_process_with_its_key()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Build(MetricsPlace.OwnPort, ("Telemetry:Otlp:Endpoint", "collector:4317")));

        Assert.Contains("Telemetry:Otlp:Endpoint is 'collector:4317'", refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(MetricsPlace place = MetricsPlace.OwnPort, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddServiceDefaults(place);
        var app = builder.Build();
        app.MapServiceDefaults();
        return app;
    }

    private sealed class SlowStep : IStartUpStep
    {
        public string Name => "a long reading";

        public bool IsOver { get; set; }
    }

    private sealed class NoteMetrics(System.Diagnostics.Metrics.IMeterFactory meters) : OutcomeMetrics(meters, "NewsPlatform.TelemetryTests");
}
