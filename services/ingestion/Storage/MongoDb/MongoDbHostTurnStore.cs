using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Turns at hosts in MongoDB: <c>{_id: host, version, idleAt, record}</c>.</summary>
internal sealed class MongoDbHostTurnStore(MongoDatabaseContext database) : IHostTurnStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _turns = Collection(database);

    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) => Collection(database).IndexAsync(ct, "idleAt");

    public async Task<HostTurn?> TryFindAsync(string host, CancellationToken ct) =>
        await _turns.Find(Where.Eq("_id", host)).FirstOrDefaultAsync(ct) is { } document
            ? JsonSerializer.Deserialize<HostTurn>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() }
            : null;

    public async Task<bool> TrySaveAsync(HostTurn turn, CancellationToken ct)
    {
        var values = new BsonDocument { ["idleAt"] = turn.IdleAt.ToUnixTimeMilliseconds(), ["record"] = JsonSerializer.Serialize(turn, JsonDefaults.Options) };
        if (turn.Version == 0)
        {
            return await _turns.TryInsertAsync(new BsonDocument { ["_id"] = turn.Host, ["version"] = 1L }.Merge(values), ct);
        }

        var update = new BsonDocument { ["$set"] = values, ["$inc"] = new BsonDocument("version", 1L) };
        return (await _turns.UpdateOneAsync(Where.Eq("_id", turn.Host) & Where.Eq("version", turn.Version), update, cancellationToken: ct)).MatchedCount == 1;
    }

    public async Task<int> RemoveIdleAsync(DateTimeOffset before, CancellationToken ct) =>
        (int)(await _turns.DeleteManyAsync(Where.Lt("idleAt", before.ToUnixTimeMilliseconds()), ct)).DeletedCount;

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("hostTurns");
}
