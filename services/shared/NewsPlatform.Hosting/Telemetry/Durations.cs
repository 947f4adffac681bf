using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Bounds of the histograms of seconds: from a write in memory to an article that waited for a broker.</summary>
public static class Durations
{
    public static InstrumentAdvice<double> Advice { get; } = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800] };
}

/// <summary>What the stores beneath all services measure.</summary>
internal static class StoreInstruments
{
    private const string Name = "NewsPlatform.Hosting";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<long> GroupSizes = Meter.CreateHistogram(
        "newsplatform.commit.size", unit: "{item}", description: "Items of a group commit.", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    private static readonly Histogram<double> GroupDurations = Meter.CreateHistogram(
        "newsplatform.commit.duration", unit: "s", description: "Seconds that a group commit took.", advice: Durations.Advice);

    private static readonly Histogram<double> Writes = Meter.CreateHistogram(
        "newsplatform.store.write.duration", unit: "s", description: "Seconds of a write transaction, the wait for its turn included.", advice: Durations.Advice);

    public static readonly ActivitySource Source = new(Name);

    public static void Committed(string group, int size, TimeSpan elapsed)
    {
        GroupSizes.Record(size, new KeyValuePair<string, object?>("Group", group));
        GroupDurations.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("Group", group));
    }

    public static void Wrote(string store, TimeSpan elapsed) => Writes.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("Store", store));
}
