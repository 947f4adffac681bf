using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.HealRestore;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Registers the service's stores on the configured engine.</summary>
internal static partial class IngestionStorage
{
    private const string Service = IngestionService.Name;

    public static void AddIngestionStores(this IHostApplicationBuilder builder) => builder.AddStores(Service, AddSqlite, services => AddMongoDb(services));

    static partial void AddMongoDb(IServiceCollection services);

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSqliteDatabase(Service, SqliteSchema.Migrations);
        services.AddSingleton<IKeyStore>(provider => new SqliteKeyStore(DatabaseOf(provider)));
        services.AddSingleton(provider => new SqliteArticleStore(DatabaseOf(provider)));
        services.AddSingleton<IArticleStore>(provider => provider.GetRequiredService<SqliteArticleStore>());
        services.AddSingleton<IAnsweredArticleStore>(provider => provider.GetRequiredService<SqliteArticleStore>());
        services.AddSingleton<IRevisionStore>(provider => provider.GetRequiredService<SqliteArticleStore>());
        services.AddSingleton<IDeadLetterStore>(provider => new SqliteDeadLetterStore(DatabaseOf(provider)));
        services.AddSingleton<ISourceStore>(provider => new SqliteSourceStore(DatabaseOf(provider)));
        services.AddSingleton<IPendingPageStore>(provider => new SqlitePendingPageStore(DatabaseOf(provider)));
        services.AddSingleton<IHostTurnStore>(provider => new SqliteHostTurnStore(DatabaseOf(provider)));
        services.AddSingleton<ISubscriptionStore>(provider => new SqliteSubscriptionStore(DatabaseOf(provider)));
    }

    private static SqliteDatabase DatabaseOf(IServiceProvider provider) => provider.GetRequiredKeyedService<SqliteDatabase>(Service);
}
