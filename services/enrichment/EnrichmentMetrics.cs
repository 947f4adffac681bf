using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Enrichment;

/// <summary>The outcomes of this service's messages and work.</summary>
internal sealed class EnrichmentMetrics(IMeterFactory meters) : OutcomeMetrics(meters, MeterName)
{
    public const string MeterName = "NewsPlatform.Enrichment";
}
