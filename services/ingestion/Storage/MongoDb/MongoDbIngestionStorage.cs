using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage.MongoDb;

namespace NewsPlatform.Ingestion.Storage;

internal static partial class IngestionStorage
{
    /// <summary>Makes all indexes of the service's collections.</summary>
    internal static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await MongoDbArticleStore.CreateIndexesAsync(database, ct);
        await MongoDbDeadLetterStore.CreateIndexesAsync(database, ct);
        await MongoDbSourceStore.CreateIndexesAsync(database, ct);
        await MongoDbPendingPageStore.CreateIndexesAsync(database, ct);
        await MongoDbHostTurnStore.CreateIndexesAsync(database, ct);
        await MongoDbSubscriptionStore.CreateIndexesAsync(database, ct);
    }

    // Nothing to change; but an older program, which does not know the state, must not open such a database.
    private static Task ArticlesMayExpireAsync(MongoDatabaseContext database, CancellationToken ct) => Task.CompletedTask;

    // The same: an older program would replace contents without keeping them.
    private static Task RevisionsAreKeptAsync(MongoDatabaseContext database, CancellationToken ct) => Task.CompletedTask;

    static partial void AddMongoDb(IServiceCollection services)
    {
        services.AddMongoDbSchema(Service, CreateIndexesAsync, ArticlesMayExpireAsync, RevisionsAreKeptAsync);
        services.AddSingleton<IKeyStore>(provider => new MongoDbKeyStore(ContextOf(provider)));
        services.AddSingleton(provider => new MongoDbArticleStore(ContextOf(provider)));
        services.AddSingleton<IArticleStore>(provider => provider.GetRequiredService<MongoDbArticleStore>());
        services.AddSingleton<IAnsweredArticleStore>(provider => provider.GetRequiredService<MongoDbArticleStore>());
        services.AddSingleton<IRevisionStore>(provider => provider.GetRequiredService<MongoDbArticleStore>());
        services.AddSingleton<IDeadLetterStore>(provider => new MongoDbDeadLetterStore(ContextOf(provider)));
        services.AddSingleton<ISourceStore>(provider => new MongoDbSourceStore(ContextOf(provider)));
        services.AddSingleton<IPendingPageStore>(provider => new MongoDbPendingPageStore(ContextOf(provider)));
        services.AddSingleton<IHostTurnStore>(provider => new MongoDbHostTurnStore(ContextOf(provider)));
        services.AddSingleton<ISubscriptionStore>(provider => new MongoDbSubscriptionStore(ContextOf(provider)));
    }

    private static MongoDatabaseContext ContextOf(IServiceProvider provider) => provider.GetRequiredKeyedService<MongoDatabaseContext>(Service);
}
