using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion;

/// <summary>The outcomes of this service's messages and work.</summary>
internal sealed class IngestionMetrics : OutcomeMetrics
{
    public const string MeterName = "NewsPlatform.Ingestion";

    private readonly Histogram<double> _latency;
    private readonly Counter<long> _missed;
    private readonly ConcurrentDictionary<string, long> _ruleMisses = new(StringComparer.Ordinal);

    // Shown before the first of them, so that the first one is a rise: an alert looks for it.
    private readonly ConcurrentDictionary<(SourceAspect Aspect, string To), long> _changes = new() { [(SourceAspect.Hub, "silent")] = 0 };

    public IngestionMetrics(IMeterFactory meters) : base(meters, MeterName)
    {
        _latency = Meter.CreateHistogram("newsplatform.article.latency", unit: "s", description: "Seconds from an article's acceptance to publishing's answer that it is published (or withdrawn).", advice: Durations.Advice);
        _missed = Meter.CreateCounter<long>("newsplatform.source.estimated_missed_items", unit: "{item}", description: "Items that a list probably showed and dropped between two polls, guessed by its own pace.");
        Meter.CreateObservableCounter(
            "newsplatform.source.changes",
            () => _changes.Select(change => new Measurement<long>(change.Value, new("Aspect", change.Key.Aspect.ToString()), new("To", change.Key.To))),
            unit: "{change}",
            description: "Turns in the life of sources: of their health, their address, their conditional requests, their obedience to robots.txt, their subscription at a hub.");
        Meter.CreateObservableCounter(
            "newsplatform.extraction.rule_misses",
            () => _ruleMisses.Select(rule => new Measurement<long>(rule.Value, new KeyValuePair<string, object?>("Rule", rule.Key))),
            unit: "{page}",
            description: "Pages whose publisher rule found no body, or much less than is read without it.");
    }

    /// <summary>Shows the rules with no miss yet, so that the first one is a rise.</summary>
    public void KnowRules(IEnumerable<string> rules)
    {
        foreach (var rule in rules)
            _ruleMisses.TryAdd(rule, 0);
    }

    public void RuleMissed(string rule) => _ruleMisses.AddOrUpdate(rule, 1, (_, misses) => misses + 1);

    public void Closed(string outcome, TimeSpan sinceAccepted) => _latency.Record(sinceAccepted.TotalSeconds, new KeyValuePair<string, object?>("Outcome", outcome));

    public void Missed(string sourceId, int items) => _missed.Add(items, new KeyValuePair<string, object?>("SourceId", sourceId));

    public void Changed(SourceChange change) =>
        _changes.AddOrUpdate((change.Of, change.Of == SourceAspect.Address ? "moved" : change.To), 1, (_, times) => times + 1);
}
