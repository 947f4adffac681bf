using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Ingestion.AdoptArticle;

namespace NewsPlatform.Ingestion.HealRestore;

/// <summary>Registers what heals after a restore.</summary>
internal static class HealRestoreRegistration
{
    public static void AddHealing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RestoreMemory>();
        builder.Services.AddSingleton<JourneyReopening>();
        builder.Services.AddSingleton<ArticleAdopter>();
        builder.AddRestoreHealing<IngestionHealing>();
        builder.AddServiceConsumers(IngestionService.Name, consumers => consumers.Add<AdoptArticleConsumer>());
    }
}
