using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.WatchPipeline;

/// <summary>How the polling of the sources goes.</summary>
internal sealed class SourceFigures : IFigures
{
    private const int PageSize = 500;

    // A poll that waits for a slot or for its host is late by seconds; by minutes nobody polls.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private readonly ISourceStore _sources;
    private readonly IngestionMetrics _metrics;
    private readonly TimeProvider _time;
    private volatile IReadOnlyDictionary<SourceState, long>? _states;
    private long _overdue;

    public SourceFigures(ISourceStore sources, IngestionMetrics metrics, TimeProvider time, IMeterFactory meters)
    {
        (_sources, _metrics, _time) = (sources, metrics, time);
        var meter = meters.Create(IngestionMetrics.MeterName);
        meter.CreateObservableGauge("newsplatform.sources", States, unit: "{source}", description: "Sources by how their polling goes.");
        meter.CreateObservableGauge("newsplatform.sources.overdue", () => Interlocked.Read(ref _overdue), unit: "{source}", description: "Sources whose poll is late by more than two minutes.");
    }

    public async Task SampleAsync(CancellationToken ct)
    {
        var states = Enum.GetValues<SourceState>().ToDictionary(state => state, _ => 0L);
        var overdue = 0L;
        var lateBefore = _time.GetUtcNow() - Late;
        IReadOnlyList<Source> page = [];
        do
        {
            page = await _sources.ReadAsync(page.Count > 0 ? page[^1].Id : null, PageSize, ct);
            foreach (var source in page)
            {
                states[source.State]++;

                // A series that begins with its first miss would hide that miss from whoever asks for the increase.
                _metrics.Missed(source.Id, 0);
                overdue += source.NextAttemptAt < lateBefore ? 1 : 0;
            }
        }
        while (page.Count == PageSize);

        _states = states;
        Interlocked.Exchange(ref _overdue, overdue);
    }

    private IEnumerable<Measurement<long>> States() =>
        _states?.Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("State", state.Key.ToString()))) ?? [];
}
