using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.CloseJourney;

/// <summary>Registers the consumer of publishing's answers.</summary>
internal static class CloseJourneyRegistration
{
    public static void AddJourneyClosing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JourneyCloser>();
        builder.AddServiceConsumers("ingestion", consumers => consumers.Add<CloseJourneyConsumer>());
    }
}
