using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Keys in MongoDB: the key is the <c>_id</c>, so that inserting is claiming.</summary>
internal sealed class MongoDbKeyStore(MongoDatabaseContext database) : IKeyStore
{
    private readonly IMongoCollection<BsonDocument> _keys = database.Database.GetCollection<BsonDocument>("keys");

    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await _keys.Find(Builders<BsonDocument>.Filter.In("_id", keys)).ToListAsync(ct)).ToDictionary(key => key["_id"].AsString, key => key["articleId"].AsString, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, string>> GetOrAddAsync(IReadOnlyDictionary<string, string> articleIdByKey, CancellationToken ct)
    {
        await _keys.InsertAbsentAsync([.. articleIdByKey.Select(pair => new BsonDocument { ["_id"] = pair.Key, ["articleId"] = pair.Value })], ct);
        return await FindAsync([.. articleIdByKey.Keys], ct);
    }
}
