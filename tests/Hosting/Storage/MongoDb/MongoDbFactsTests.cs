using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Hosting.Tests.Storage.MongoDb;

public sealed class MongoDbFactsTests : ServiceFactsContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override Task<IServiceFacts> OpenAsync() => Task.FromResult<IServiceFacts>(new MongoDbFacts(_database.Open()));
}
