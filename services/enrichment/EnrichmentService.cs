using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.EditStory;
using NewsPlatform.Enrichment.ExplainStory;
using NewsPlatform.Enrichment.HealRestore;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Enrichment;

/// <summary>Understands articles and groups them into stories.</summary>
public static partial class EnrichmentService
{
    /// <summary>Port on 127.0.0.1 unless the configuration names addresses.</summary>
    public const int DefaultPort = 8082;

    /// <summary>Name of the service's queues and database.</summary>
    public const string Name = "enrichment";

    internal static readonly IReadOnlyList<string> Migrations = [SqliteLogStore.Schema, SqliteAnnouncementStore.Schema, SqliteStorySnapshotStore.Schema, SqliteLogStore.BodiesSchema];

    /// <summary>The newest schema of the service's SQLite file that this program knows.</summary>
    public static int SqliteSchemaVersion => Migrations.Count;

    /// <summary>Registers the service; the bus is built later by <see cref="MessagingRegistration.AddMessaging"/>.</summary>
    public static IHostApplicationBuilder AddEnrichment(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EnrichmentMetrics>();
        builder.AddStores(Name, AddSqlite, services => AddMongoDb(services));
        builder.AddArticleAnalysis();
        builder.AddStories();
        builder.AddRestoreHealing<EnrichmentHealing>();
        return builder;
    }

    /// <summary>Maps the service's part of the API.</summary>
    public static WebApplication MapEnrichment(this WebApplication app)
    {
        app.MapAnalyze();
        app.MapStoryEdits();
        app.MapStoryExplanation();
        return app;
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSqliteDatabase(Name, Migrations);
        services.AddSingleton<IAnnouncementStore>(provider => new SqliteAnnouncementStore(provider.GetRequiredKeyedService<SqliteDatabase>(Name)));
        services.AddSingleton<IStorySnapshotStore>(provider => new SqliteStorySnapshotStore(provider.GetRequiredKeyedService<SqliteDatabase>(Name)));

        // Registered under its own type: other services of the process have an ordered log too.
        services.AddSingleton(provider => new StoryLog(new OrderedLog(new SqliteLogStore(provider.GetRequiredKeyedService<SqliteDatabase>(Name)))));
    }

    /// <summary>In <c>Storage/MongoDb</c>, compiled with <c>-p:MongoDb=true</c> only.</summary>
    static partial void AddMongoDb(IServiceCollection services);
}
