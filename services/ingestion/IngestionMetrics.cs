using System.Diagnostics.Metrics;

namespace NewsPlatform.Ingestion;

/// <summary>Counts what was done, by stage and outcome.</summary>
internal sealed class IngestionMetrics
{
    public const string MeterName = "NewsPlatform.Ingestion";

    private readonly Counter<long> _outcomes;

    public IngestionMetrics(IMeterFactory meters) =>
        _outcomes = meters.Create(MeterName).CreateCounter<long>("newsplatform.outcome", unit: "{message}", description: "Messages by stage and outcome.");

    public void Count(string stage, string outcome, long times = 1) =>
        _outcomes.Add(times, new KeyValuePair<string, object?>("Stage", stage), new KeyValuePair<string, object?>("Outcome", outcome));
}
