using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Logs.MongoDb;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Testing;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Newsctl.Tests.Backup.MongoDb;

public sealed class MongoDbBackupTests : IAsyncDisposable
{
    private readonly string _address = MongoDbAddress.OrSkip();
    private readonly string _prefix = $"bk{Guid.NewGuid():N}"[..14];
    private readonly NewsctlCall _call = new();

    [Fact]
    public async Task Brings_back_every_document_under_a_new_epoch_and_keeps_the_collections_before()
    {
        using var database = new MongoDatabaseContext(new MongoDbOptions { ConnectionString = _address, DatabasePrefix = _prefix }, "enrichment");
        var notes = database.Database.GetCollection<BsonDocument>("notes");
        var log = new MongoDbLogStore(database);
        await notes.InsertOneAsync(new BsonDocument { ["_id"] = "a", ["text"] = "перед", ["number"] = 1L, ["bytes"] = new byte[] { 1, 0, 255 } });
        await log.TryInsertAsync(1, [new LogRecord("a", 1, "removed", "{}", _call.Clock.Now)], default);
        var (before, epoch) = (await notes.Find(FilterDefinition<BsonDocument>.Empty).FirstAsync(), await log.ReadEpochAsync(default));
        await _call.SucceedsAsync("backup", "b", "--mongodb", _address, "--prefix", _prefix, "--service", "enrichment");
        await _call.SucceedsAsync("backup", "b", "--mongodb", _address, "--prefix", _prefix, "--verify");
        await notes.ReplaceOneAsync(Builders<BsonDocument>.Filter.Eq("_id", "a"), new BsonDocument { ["_id"] = "a", ["text"] = "after" });
        await notes.InsertOneAsync(new BsonDocument("_id", "b"));

        await _call.SucceedsAsync("restore", "b", "--mongodb", _address, "--prefix", _prefix, "--service", "enrichment", "--yes");

        Assert.Equal(before, Assert.Single(await notes.Find(FilterDefinition<BsonDocument>.Empty).ToListAsync()));
        Assert.NotEqual(epoch, await log.ReadEpochAsync(default));
        Assert.Equal(["removed", "resumed"], (await log.ReadAsync(1, 10, default)).Select(entry => entry.Kind));
        Assert.Equal(await log.ReadEpochAsync(default), (await RestoreMark.TryReadAsync(new MongoDbFacts(database), default))!.Epoch);
        var kept = (await (await database.Database.ListCollectionNamesAsync()).ToListAsync()).Single(name => name.EndsWith("-notes", StringComparison.Ordinal));
        Assert.Equal(2, await database.Database.GetCollection<BsonDocument>(kept).CountDocumentsAsync(FilterDefinition<BsonDocument>.Empty));
        await MongoDbRestoreGuard.RefuseAsync(database, default);
    }

    public async ValueTask DisposeAsync()
    {
        _call.Dispose();
        await MongoTestDatabase.DropAllAsync(_address, _prefix);
    }
}
