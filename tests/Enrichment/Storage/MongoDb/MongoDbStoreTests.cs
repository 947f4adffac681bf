using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Enrichment.Storage.MongoDb;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Enrichment.Tests.Storage.MongoDb;

public sealed class MongoDbAnnouncementStoreTests : AnnouncementStoreContract
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override Task<IAnnouncementStore> CreateAsync() => Task.FromResult<IAnnouncementStore>(new MongoDbAnnouncementStore(_database.Open()));
}

public sealed class MongoDbStorySnapshotStoreTests : StorySnapshotStoreContract
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override Task<IStorySnapshotStore> CreateAsync() => Task.FromResult<IStorySnapshotStore>(new MongoDbStorySnapshotStore(_database.Open()));
}

public sealed class MongoDbStoryLogTests : StoryLogContract
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override async Task<ILogStore> CreateAsync()
    {
        var database = _database.Open();
        await MongoDbLogStore.CreateIndexesAsync(database, default);
        return new MongoDbLogStore(database);
    }
}
