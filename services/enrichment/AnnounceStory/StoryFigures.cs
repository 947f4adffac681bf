using System.Diagnostics.Metrics;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>How many stories publishing has not answered for.</summary>
internal sealed class StoryFigures : IFigures
{
    private readonly OpenAnnouncements _open;
    private int _unannounced;

    public StoryFigures(OpenAnnouncements open, IMeterFactory meters)
    {
        _open = open;
        meters.Create(EnrichmentMetrics.MeterName).CreateObservableGauge("newsplatform.stories.unannounced", () => Volatile.Read(ref _unannounced), unit: "{story}", description: "Stories whose newest version publishing has not answered for.");
    }

    public Task SampleAsync(CancellationToken ct)
    {
        Volatile.Write(ref _unannounced, _open.Count);
        return Task.CompletedTask;
    }
}
