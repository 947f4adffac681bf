using MongoDB.Driver;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.SpeakReader;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.Storage.MongoDb;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing;

public static partial class PublishingService
{
    private static readonly HashSet<string> OlderSearchIndexes =
    [
        "standing_1_time_1__id_1", .. ((string[])["language", "sourceId", "labels", "words.stem"]).Select(field => $"standing_1_{field}_1_time_1__id_1"),
    ];

    /// <summary>Makes all indexes of the service's collections.</summary>
    internal static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await MongoDbLogStore.CreateIndexesAsync(database, ct);
        await MongoDbArticleReadStore.CreateIndexesAsync(database, ct);
        await MongoDbArticleSearch.CreateIndexesAsync(database, ct);
        await MongoDbStoryReadStore.CreateIndexesAsync(database, ct);
        await MongoDbSightingStore.CreateIndexesAsync(database, ct);
        await MongoDbReaderStore.CreateIndexesAsync(database, ct);
        await MongoDbSubscriberStore.CreateIndexesAsync(database, ct);
    }

    // Nothing to change; but an older program, which does not know the standing, must not open such a database.
    private static Task ArticlesMayExpireAsync(MongoDatabaseContext database, CancellationToken ct) => Task.CompletedTask;

    // Likewise: it cannot read a request to the hub.
    private static Task RequestsAreStoredAsync(MongoDatabaseContext database, CancellationToken ct) => Task.CompletedTask;

    // Their fields are no longer written, so that they would only cost.
    private static async Task DropOlderSearchIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        var indexes = MongoDbArticleDocuments.Of(database).Indexes;
        var names = (await (await indexes.ListAsync(ct)).ToListAsync(ct)).Select(index => index["name"].AsString).ToList();
        foreach (var name in names.Where(OlderSearchIndexes.Contains))
        {
            await indexes.DropOneAsync(name, ct);
        }
    }

    static partial void AddMongoDb(IServiceCollection services) => services
        .AddMongoDbSchema(SqliteSchema.Service, CreateIndexesAsync, ArticlesMayExpireAsync, DropOlderSearchIndexesAsync, MongoDbEmbargoApart.ApplyAsync, RequestsAreStoredAsync)
        .AddKeyedSingleton<ILogStore>(SqliteSchema.Service, (provider, _) => new MongoDbLogStore(ContextOf(provider)))
        .AddSingleton(provider => new MongoDbArticleReadStore(ContextOf(provider)))
        .AddSingleton<IArticleReadStore>(provider => provider.GetRequiredService<MongoDbArticleReadStore>())
        .AddSingleton<IEmbargoStore>(provider => provider.GetRequiredService<MongoDbArticleReadStore>())
        .AddSingleton<IHeldArticleStore>(provider => provider.GetRequiredService<MongoDbArticleReadStore>())
        .AddSingleton<IArticleIndex>(provider => new MongoDbArticleIndex(ContextOf(provider)))
        .AddSingleton<IArticleSearch>(provider => new MongoDbArticleSearch(ContextOf(provider)))
        .AddSingleton<ISightingStore>(provider => new MongoDbSightingStore(ContextOf(provider)))
        .AddSingleton<IReaderStore>(provider => new MongoDbReaderStore(ContextOf(provider)))
        .AddSingleton<ISourceReadStore>(provider => new MongoDbSourceReadStore(ContextOf(provider)))
        .AddSingleton<IStoryReadStore>(provider => new MongoDbStoryReadStore(ContextOf(provider)))
        .AddSingleton<ISubscriberStore>(provider => new MongoDbSubscriberStore(ContextOf(provider)));

    private static MongoDatabaseContext ContextOf(IServiceProvider provider) => provider.GetRequiredKeyedService<MongoDatabaseContext>(SqliteSchema.Service);
}
