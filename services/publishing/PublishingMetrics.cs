using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Publishing;

/// <summary>The outcomes of this service's messages and work.</summary>
internal sealed class PublishingMetrics : OutcomeMetrics
{
    public const string MeterName = "NewsPlatform.Publishing";

    private readonly Counter<long> _answers;

    public PublishingMetrics(IMeterFactory meters) : base(meters, MeterName) =>
        _answers = Meter.CreateCounter<long>("newsplatform.cache.answers", unit: "{answer}", description: "Answers with an ETag: sent, or not modified because the client's copy was good.");

    public void Answered(bool notModified) => _answers.Add(1, new KeyValuePair<string, object?>("Outcome", notModified ? "not-modified" : "sent"));
}
