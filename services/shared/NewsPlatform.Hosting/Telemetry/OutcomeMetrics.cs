using System.Diagnostics.Metrics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Counts what a service did, by stage and outcome: every message once. Each service has its own under its meter's name, since several may share a process.</summary>
public abstract class OutcomeMetrics
{
    private readonly Counter<long> _outcomes;

    protected OutcomeMetrics(IMeterFactory meters, string meterName) =>
        _outcomes = meters.Create(meterName).CreateCounter<long>("newsplatform.outcome", unit: "{message}", description: "Messages by stage and outcome.");

    public void Count(string stage, string outcome, long times = 1) =>
        _outcomes.Add(times, new KeyValuePair<string, object?>("Stage", stage), new KeyValuePair<string, object?>("Outcome", outcome));
}
