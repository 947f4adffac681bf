using System.Diagnostics.Metrics;

namespace NewsPlatform.Enrichment;

/// <summary>Counts every message once, by stage and outcome.</summary>
internal sealed class EnrichmentMetrics
{
    public const string MeterName = "NewsPlatform.Enrichment";

    private readonly Counter<long> _outcomes;

    public EnrichmentMetrics(IMeterFactory meters) =>
        _outcomes = meters.Create(MeterName).CreateCounter<long>("newsplatform.outcome", unit: "{message}", description: "Messages by stage and outcome.");

    public void Count(string stage, string outcome) =>
        _outcomes.Add(1, new KeyValuePair<string, object?>("Stage", stage), new KeyValuePair<string, object?>("Outcome", outcome));
}
