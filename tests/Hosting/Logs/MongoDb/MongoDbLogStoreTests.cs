using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Hosting.Tests.Logs.MongoDb;

public sealed class MongoDbLogStoreTests : LogStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override Task<ILogStore> CreateAsync() => OpenAgainAsync();

    protected override async Task<ILogStore> OpenAgainAsync()
    {
        var database = _database.Open();
        await MongoDbLogStore.CreateIndexesAsync(database, default);
        return new MongoDbLogStore(database);
    }
}
