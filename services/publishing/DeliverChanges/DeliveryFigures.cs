using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>How many are sent to, how they stand, and how far the last of them is behind.</summary>
internal sealed class DeliveryFigures : IFigures
{
    private const int Most = 1_000;

    private readonly ISubscriberStore _store;
    private readonly ChangeLog _log;
    private volatile IReadOnlyList<Seen> _seen = [];

    public DeliveryFigures(ISubscriberStore store, ChangeLog log, IMeterFactory meters)
    {
        (_store, _log) = (store, log);
        var meter = meters.Create(PublishingMetrics.MeterName);
        meter.CreateObservableGauge(
            "newsplatform.endpoints",
            () => _seen.SelectMany(seen => seen.States.Select(state => new Measurement<long>(state.Value, Tag("Kind", seen.Kind), Tag("State", state.Key)))),
            unit: "{endpoint}",
            description: "Endpoints that are sent what changes or are to confirm a request to the hub, by kind and state: active, failing (waiting for the next attempt) or off.");
        meter.CreateObservableGauge(
            "newsplatform.endpoints.behind",
            () => _seen.Where(seen => seen.Behind is not null).Select(seen => new Measurement<long>(seen.Behind!.Value, Tag("Kind", seen.Kind))),
            unit: "{entry}",
            description: "Entries of the change log that the endpoint furthest behind, of those that are on, has yet to pass.");
    }

    public async Task SampleAsync(CancellationToken ct)
    {
        var tail = await _log.ReadTailAsync(ct);
        var seen = new List<Seen>();
        foreach (var kind in Enum.GetValues<SubscriberKind>())
        {
            var rows = await _store.ReadAsync(kind, null, Most, ct);
            var states = new Dictionary<string, long> { ["active"] = 0, ["failing"] = 0, ["off"] = 0 };
            foreach (var row in rows)
            {
                states[StateOf(row)]++;
            }

            long? behind = kind == SubscriberKind.HubRequest ? null : rows.Where(row => row.OffBecause is null).Select(row => Math.Max(0, tail.Position - row.Cursor.Position)).DefaultIfEmpty().Max();
            seen.Add(new Seen(DeliveryWords.Of(kind), states, behind));
        }

        _seen = seen;
    }

    /// <summary>active, failing or off.</summary>
    public static string StateOf(Subscriber row) => row.OffBecause is not null ? "off" : row.Failures > 0 ? "failing" : "active";

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);

    private sealed record Seen(string Kind, IReadOnlyDictionary<string, long> States, long? Behind);
}
