using Microsoft.Extensions.Configuration;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Which signals are exported. Our own keys are other names of OpenTelemetry's standard variables, so that both lead to the same place.</summary>
internal sealed record OtlpExport(bool Traces, bool Metrics, bool Logs)
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    /// <summary>Writes our keys into the standard ones, which the exporters read, and says what is on.</summary>
    public static OtlpExport Configure(IConfigurationManager configuration, TelemetryOptions options)
    {
        var standard = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (options.Otlp.Endpoint.Length > 0)
        {
            standard[$"{Prefix}ENDPOINT"] = options.Otlp.Endpoint;
        }

        if (options.Otlp.Protocol is { } protocol)
        {
            standard[$"{Prefix}PROTOCOL"] = protocol == OtlpProtocol.Grpc ? "grpc" : "http/protobuf";
        }

        if (options.Otlp.Headers.Length > 0)
        {
            standard[$"{Prefix}HEADERS"] = options.Otlp.Headers;
        }

        configuration.AddInMemoryCollection(standard);
        var isDisabled = !options.Enabled || string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        return isDisabled ? new OtlpExport(false, false, false) : new OtlpExport(HasEndpoint("TRACES"), HasEndpoint("METRICS"), HasEndpoint("LOGS"));

        bool HasEndpoint(string signal) => !string.IsNullOrEmpty(configuration[$"{Prefix}ENDPOINT"]) || !string.IsNullOrEmpty(configuration[$"{Prefix}{signal}_ENDPOINT"]);
    }
}
