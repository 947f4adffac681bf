using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Ingestion.WatchPipeline;

/// <summary>Registers the figures behind the service's gauges.</summary>
internal static class WatchPipelineRegistration
{
    public static void AddPipelineFigures(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<IFigures, PipelineFigures>().AddSingleton<IFigures, SourceFigures>();
}
