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

    public async Task<IReadOnlyList<bool>> TakeAsync(IReadOnlyList<KeyTaking> takings, CancellationToken ct)
    {
        var call = Guid.NewGuid().ToString("N");
        await RetakeAsync(call, [.. takings.Where(taking => taking.Unmade is { Count: > 0 })], ct);
        await _keys.InsertAbsentAsync([.. takings.SelectMany(taking => taking.Keys.Select(key => (Key: key, taking.ArticleId))).DistinctBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new BsonDocument { ["_id"] = pair.Key, ["articleId"] = pair.ArticleId, ["call"] = call })], ct);
        var owners = await FindAsync([.. takings.SelectMany(taking => taking.Keys)], ct);
        var taken = takings.Select(taking => taking.Keys.All(key => owners.GetValueOrDefault(key) == taking.ArticleId)).ToList();
        await GiveBackAsync(call, [.. takings.Where((_, i) => !taken[i])], ct);
        return taken;
    }

    private async Task RetakeAsync(string call, IReadOnlyList<KeyTaking> takings, CancellationToken ct)
    {
        var filter = Builders<BsonDocument>.Filter;
        foreach (var taking in takings)
            await _keys.UpdateManyAsync(filter.In("_id", taking.Keys) & filter.In("articleId", taking.Unmade!), Builders<BsonDocument>.Update.Set("articleId", taking.ArticleId).Set("call", call), cancellationToken: ct); // filtered by the caller
    }

    // Without transactions a key may be here for a moment that is then gone: who meets it asks again.
    private async Task GiveBackAsync(string call, IReadOnlyList<KeyTaking> lost, CancellationToken ct)
    {
        var filter = Builders<BsonDocument>.Filter;
        foreach (var taking in lost)
            await _keys.DeleteManyAsync(filter.In("_id", taking.Keys) & filter.Eq("articleId", taking.ArticleId) & filter.Eq("call", call), ct);
    }
}
