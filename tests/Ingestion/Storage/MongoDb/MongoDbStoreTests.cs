using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Ingestion.Tests.Storage.MongoDb;

public sealed class MongoDbArticleStoreTests : ArticleStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<IArticleStore> CreateAsync() => new MongoDbArticleStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbKeyStoreTests : KeyStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<IKeyStore> CreateAsync() => new MongoDbKeyStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbDeadLetterStoreTests : DeadLetterStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<IDeadLetterStore> CreateAsync() => new MongoDbDeadLetterStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbSourceStoreTests : SourceStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<ISourceStore> CreateAsync() => new MongoDbSourceStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbPendingPageStoreTests : PendingPageStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<IPendingPageStore> CreateAsync() => new MongoDbPendingPageStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbHostTurnStoreTests : HostTurnStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<IHostTurnStore> CreateAsync() => new MongoDbHostTurnStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbSubscriptionStoreTests : SubscriptionStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<ISubscriptionStore> CreateAsync() => new MongoDbSubscriptionStore(await _database.OpenIndexedAsync());
}

internal static class IndexedDatabase
{
    public static async Task<MongoDatabaseContext> OpenIndexedAsync(this MongoTestDatabase database)
    {
        var context = database.Open();
        await IngestionStorage.CreateIndexesAsync(context, default);
        return context;
    }
}
