using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Ingestion;

/// <summary>The outcomes of this service's messages and work.</summary>
internal sealed class IngestionMetrics(IMeterFactory meters) : OutcomeMetrics(meters, MeterName)
{
    public const string MeterName = "NewsPlatform.Ingestion";
}
