using System.Diagnostics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>
/// The span of a group commit. It works for many and can stand in one trace only: it goes on in that of its first recorded item and links the others.
/// </summary>
internal static class CommitSpan
{
    // What the exporter keeps of links.
    private const int MostLinks = 128;

    /// <summary>Where an item comes from; nowhere while nobody collects traces.</summary>
    public static ActivityContext Here => StoreInstruments.Source.HasListeners() ? Activity.Current?.Context ?? default : default;

    public static Activity? Start(string group, IReadOnlyList<ActivityContext> items)
    {
        if (!StoreInstruments.Source.HasListeners())
        {
            return null;
        }

        var traced = items.Where(item => item.TraceId != default).ToList();
        var recorded = traced.Where(item => item.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)).Take(MostLinks + 1).ToList();
        if (traced.Count == 0)
        {
            return null;
        }

        // As from elsewhere: a trace that is left out then stays left out in what the commit sends.
        var parent = recorded.Count > 0 ? recorded[0] : traced[0];
        var here = new ActivityContext(parent.TraceId, parent.SpanId, parent.TraceFlags, parent.TraceState, isRemote: true);
        return StoreInstruments.Source.StartActivity($"commit {group}", ActivityKind.Internal, here, links: recorded.Skip(1).Select(item => new ActivityLink(item)))
            ?.SetTag("Group", group).SetTag("Items", items.Count);
    }
}
