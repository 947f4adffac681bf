using System.Diagnostics;
using OpenTelemetry;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Keeps the spans of health checks and scrapes out of the export: they come every few seconds and tell nothing.</summary>
internal sealed class ProbeSpanFilter : BaseProcessor<Activity>
{
    private static readonly string[] Probes = ["/health/", MetricsEndpoint.Path];

    public override void OnEnd(Activity data)
    {
        var address = data.Kind switch
        {
            ActivityKind.Server => data.GetTagItem("url.path") as string,
            ActivityKind.Client => (data.GetTagItem("url.full") as string) is { } full && Uri.TryCreate(full, UriKind.Absolute, out var url) ? url.AbsolutePath : null,
            _ => null,
        };
        if (address is not null && Probes.Any(probe => address.StartsWith(probe, StringComparison.OrdinalIgnoreCase)))
        {
            // The exporter behind this takes recorded spans only.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
