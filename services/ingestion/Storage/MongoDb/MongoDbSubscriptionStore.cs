using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Subscriptions in MongoDB: <c>{_id, version, sourceId, dueAt, record}</c>.</summary>
internal sealed class MongoDbSubscriptionStore(MongoDatabaseContext database) : ISubscriptionStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly SortDefinitionBuilder<BsonDocument> By = Builders<BsonDocument>.Sort;

    private readonly IMongoCollection<BsonDocument> _subscriptions = Collection(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Collection(database).IndexAsync(ct, "dueAt", "_id");
        await Collection(database).IndexAsync(ct, "sourceId", "_id");
    }

    public async Task<Subscription?> TryFindAsync(string id, CancellationToken ct) =>
        await _subscriptions.Find(Where.Eq("_id", id)).FirstOrDefaultAsync(ct) is { } document ? Read(document) : null;

    public async Task<IReadOnlyList<Subscription>> ReadOfSourceAsync(string sourceId, CancellationToken ct) =>
        [.. (await _subscriptions.Find(Where.Eq("sourceId", sourceId)).Sort(By.Ascending("_id")).ToListAsync(ct)).Select(Read)];

    public async Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        [.. (await _subscriptions.Find(Where.Lte("dueAt", now.ToUnixTimeMilliseconds())).Sort(By.Ascending("dueAt").Ascending("_id")).Limit(limit).ToListAsync(ct)).Select(Read)];

    public async Task<bool> TrySaveAsync(Subscription subscription, CancellationToken ct)
    {
        var values = new BsonDocument
        {
            ["sourceId"] = subscription.SourceId,
            ["dueAt"] = subscription.DueAt.ToUnixTimeMilliseconds(),
            ["record"] = JsonSerializer.Serialize(subscription, JsonDefaults.Options),
        };
        if (subscription.Version == 0)
        {
            return await _subscriptions.TryInsertAsync(new BsonDocument { ["_id"] = subscription.Id, ["version"] = 1L }.Merge(values), ct);
        }

        var update = new BsonDocument { ["$set"] = values, ["$inc"] = new BsonDocument("version", 1L) };
        return (await _subscriptions.UpdateOneAsync(Where.Eq("_id", subscription.Id) & Where.Eq("version", subscription.Version), update, cancellationToken: ct)).MatchedCount == 1;
    }

    public async Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct) =>
        (await _subscriptions.DeleteOneAsync(Where.Eq("_id", id) & Where.Eq("version", version), ct)).DeletedCount == 1;

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("subscriptions");

    private static Subscription Read(BsonDocument document) =>
        JsonSerializer.Deserialize<Subscription>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() };
}
