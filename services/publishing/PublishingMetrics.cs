using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Publishing;

/// <summary>The outcomes of this service's messages and work.</summary>
internal sealed class PublishingMetrics(IMeterFactory meters) : OutcomeMetrics(meters, MeterName)
{
    public const string MeterName = "NewsPlatform.Publishing";
}
