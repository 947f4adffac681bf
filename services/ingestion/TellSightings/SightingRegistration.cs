using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.TellSightings;

/// <summary>Registers what tells publishing of an article's sources.</summary>
internal static class SightingRegistration
{
    public static void AddSightings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<SightingTeller>();
        builder.AddServiceConsumers(IngestionService.Name, consumers => consumers.Add<CloseSightingsConsumer>());
    }
}
