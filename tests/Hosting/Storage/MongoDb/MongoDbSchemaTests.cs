using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Hosting.Tests.Storage.MongoDb;

public sealed class MongoDbSchemaTests : SchemaContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override Task OpenAsync(params string[] steps) =>
        MongoDbMigrations.ApplyAsync(_database.Open(), [.. steps.Select<string, Func<MongoDatabaseContext, CancellationToken, Task>>(step => (database, ct) => StepAsync(database, step, ct))], default);

    protected override Task KeepAsync(string table, string row) => Collection(table).InsertOneAsync(new BsonDocument("row", row));

    protected override async Task<IReadOnlyList<string>> RowsAsync(string table) =>
        [.. (await Collection(table).Find(Builders<BsonDocument>.Filter.Exists("row")).ToListAsync()).Select(document => document["row"].AsString)];

    protected override async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await (await _database.Open().Database.ListCollectionNamesAsync()).ToListAsync()).Where(name => name != "meta").Order(StringComparer.Ordinal)];

    private static Task StepAsync(MongoDatabaseContext database, string step, CancellationToken ct) => step == Broken
        ? throw new IOException("the process ended here")
        : database.Database.GetCollection<BsonDocument>(step).IndexAsync(ct, "row");

    private IMongoCollection<BsonDocument> Collection(string name) => _database.Open().Database.GetCollection<BsonDocument>(name);
}
