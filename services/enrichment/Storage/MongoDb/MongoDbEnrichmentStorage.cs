using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Enrichment.Storage.MongoDb;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Enrichment;

public static partial class EnrichmentService
{
    static partial void AddMongoDb(IServiceCollection services)
    {
        services.AddMongoDbSchema(Name, MongoDbLogStore.CreateIndexesAsync, MongoDbStorySnapshotStore.CreateIndexesAsync);
        services.AddSingleton<IStorySnapshotStore>(provider => new MongoDbStorySnapshotStore(provider.GetRequiredKeyedService<MongoDatabaseContext>(Name)));
        services.AddSingleton<IAnnouncementStore>(provider => new MongoDbAnnouncementStore(provider.GetRequiredKeyedService<MongoDatabaseContext>(Name)));
        services.AddSingleton(provider => new StoryLog(new OrderedLog(new MongoDbLogStore(provider.GetRequiredKeyedService<MongoDatabaseContext>(Name)))));
    }
}
