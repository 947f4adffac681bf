using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.DiscoverSource;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.ExpireArticles;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowJourney;
using NewsPlatform.Ingestion.ShowRevisions;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;
using NewsPlatform.Ingestion.TellSightings;
using NewsPlatform.Ingestion.WatchDropFolder;
using NewsPlatform.Ingestion.WatchPipeline;
using NewsPlatform.Ingestion.WithdrawArticle;

namespace NewsPlatform.Ingestion;

/// <summary>The ingestion service: sources, intake, journeys, dispatch and dead letters.</summary>
public static class IngestionService
{
    /// <summary>Port on 127.0.0.1 unless the configuration names addresses.</summary>
    public const int DefaultPort = 8081;

    /// <summary>Name of the service's queues and database.</summary>
    public const string Name = "ingestion";

    /// <summary>The newest schema of the service's SQLite file that this program knows.</summary>
    public static int SqliteSchemaVersion => SqliteSchema.Migrations.Count;

    /// <summary>Adds the service without its bus; needs the service defaults.</summary>
    public static IHostApplicationBuilder AddIngestion(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IngestionMetrics>();
        builder.AddIngestionStores();
        builder.AddIntakeLimits();
        builder.AddPublisherRules();
        builder.AddArticleIntake();
        builder.AddArticleDispatch();
        builder.AddArticleExpiry();
        builder.AddJourneyClosing();
        builder.AddSightings();
        builder.AddHealing();
        builder.AddDeadLetters();
        builder.AddSourceDiscovery();
        builder.AddSourceManagement();
        builder.AddPageArchive();
        builder.AddSiteManners();
        builder.AddSourcePolling();
        builder.AddFeedSubscriptions();
        builder.AddDropFolder();
        builder.AddPipelineFigures();
        return builder;
    }

    /// <summary>Maps the service's endpoints.</summary>
    public static WebApplication MapIngestion(this WebApplication app)
    {
        app.MapPushArticle();
        app.MapWithdrawArticle();
        app.MapJourney();
        app.MapRevisions();
        app.MapPipeline();
        app.MapDeadLetters();
        app.MapReprocess();
        app.MapSources();
        app.MapSourcePreview();
        app.MapHubCallbacks();
        app.MapLimits();
        return app;
    }
}
