using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Where the change log ends, how old its end is, and how many follow it live.</summary>
internal sealed class ChangeFigures : IFigures
{
    private readonly ChangeLog _log;
    private readonly TimeProvider _clock;
    private volatile Seen? _seen;

    public ChangeFigures(ChangeLog log, ChangeFollowers followers, TimeProvider clock, IMeterFactory meters)
    {
        (_log, _clock) = (log, clock);
        var meter = meters.Create(PublishingMetrics.MeterName);
        meter.CreateObservableGauge("newsplatform.stream.clients", () => followers.Count, unit: "{client}", description: "Clients that follow /api/v1/stream or wait at /api/v1/changes.");
        meter.CreateObservableGauge<long>("newsplatform.change_log.entries", () => _seen is { } seen ? [new(seen.Entries)] : [], unit: "{entry}", description: "Entries of the change log.");
        meter.CreateObservableGauge<double>("newsplatform.change_log.age", () => _seen is { At: { } at } ? [new(Math.Max(0, (_clock.GetUtcNow() - at).TotalSeconds))] : [], unit: "s", description: "Seconds since the newest entry of the change log.");
    }

    public async Task SampleAsync(CancellationToken ct)
    {
        var next = (await _log.ReadTailAsync(ct)).Position;
        var last = next > 1 ? await _log.ReadAsync(next - 1, 1, ct) : [];
        _seen = new Seen(next - 1, last is [var entry, ..] ? entry.At : null);
    }

    private sealed record Seen(long Entries, DateTimeOffset? At);
}
