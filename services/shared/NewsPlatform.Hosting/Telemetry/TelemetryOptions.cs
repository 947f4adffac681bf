using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>What a process tells of itself: logs, metrics, traces.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>False = no metrics, no traces, no export; logs stay.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How a log line looks.</summary>
    public LogFormat LogFormat { get; init; } = LogFormat.Line;

    /// <summary>Internal port of <c>/metrics</c> alone, for processes whose own port is public; 0 = none.</summary>
    [Range(0, 65_535)]
    public int Port { get; init; }

    /// <summary>Part of the traces that begin here which is recorded; what goes on from elsewhere follows its beginning.</summary>
    [Range(0, 1)]
    public double TraceRatio { get; init; } = 1;

    /// <summary>Seconds between two looks at depths and ages; a scrape shows the last look.</summary>
    [Range(0.1, 300)]
    public double SampleSeconds { get; init; } = 10;

    public OtlpOptions Otlp { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Otlp.Endpoint.Length > 0 && !(Uri.TryCreate(Otlp.Endpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
        {
            yield return new ValidationResult($"Telemetry:Otlp:Endpoint is '{Otlp.Endpoint}': give an address such as http://collector:4317, or leave it empty (environment variable Telemetry__Otlp__Endpoint).");
        }
    }
}

/// <summary>Where traces, metrics and logs are sent. What is not set here is taken from the standard <c>OTEL_EXPORTER_OTLP_*</c> variables.</summary>
public sealed class OtlpOptions
{
    /// <summary>The collector's address; empty = nothing is sent.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The protocol spoken there; null = the standard variable's, or gRPC.</summary>
    public OtlpProtocol? Protocol { get; init; }

    /// <summary>Headers of every request, <c>name=value,name=value</c>; a secret.</summary>
    public string Headers { get; init; } = "";
}

public enum OtlpProtocol
{
    Grpc,
    HttpProtobuf,
}

public enum LogFormat
{
    /// <summary>One line for people.</summary>
    Line,

    /// <summary>One JSON object a line, for collectors.</summary>
    Json,
}

/// <summary>Where a process shows its metrics.</summary>
public enum MetricsPlace
{
    /// <summary>On its own port, which is internal, and on <see cref="TelemetryOptions.Port"/> if there is one.</summary>
    OwnPort,

    /// <summary>Only on <see cref="TelemetryOptions.Port"/>: its own port is public.</summary>
    SeparatePort,

    /// <summary>Not at all, and no traces either: another app of the same process does, for both.</summary>
    OtherApp,
}
