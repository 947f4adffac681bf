using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>
/// Subscribers and attempts in MongoDB: <c>{_id, kind, version, dueAt, epoch, position, record}</c> and, by themselves, <c>{_id, subscriberId, attemptId, record}</c>. Attempts are
/// written first: of those whose row then turns out to be another's, the log tells too, for they were made; those of a row that is gone go with it.
/// </summary>
internal sealed class MongoDbSubscriberStore(MongoDatabaseContext database) : ISubscriberStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly SortDefinitionBuilder<BsonDocument> By = Builders<BsonDocument>.Sort;

    private readonly IMongoCollection<BsonDocument> _subscribers = Subscribers(database);
    private readonly IMongoCollection<BsonDocument> _attempts = Attempts(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Subscribers(database).IndexAsync(ct, "kind", "_id");
        await Subscribers(database).IndexAsync(ct, "dueAt", "_id");
        await Attempts(database).IndexAsync(ct, "subscriberId", "attemptId");
    }

    public async Task<Subscriber?> TryFindAsync(string id, CancellationToken ct) =>
        await _subscribers.Find(Where.Eq("_id", id)).FirstOrDefaultAsync(ct) is { } document ? Read(document) : null;

    public async Task<IReadOnlyList<Subscriber>> ReadAsync(SubscriberKind kind, string? afterId, int limit, CancellationToken ct) =>
        [.. (await _subscribers.Find(Where.Eq("kind", kind.ToString()) & Where.Gt("_id", afterId ?? "")).Sort(By.Ascending("_id")).Limit(limit).ToListAsync(ct)).Select(Read)];

    public async Task<int> CountAsync(SubscriberKind kind, CancellationToken ct) =>
        (int)await _subscribers.CountDocumentsAsync(Where.Eq("kind", kind.ToString()), cancellationToken: ct);

    public async Task<IReadOnlyList<Subscriber>> ReadDueAsync(IReadOnlyCollection<SubscriberKind> kinds, DateTimeOffset now, LogCursor? tail, int limit, CancellationToken ct)
    {
        var isBehind = tail is { } end ? Where.Ne("position", end.Position) | Where.Ne("epoch", end.Epoch) : Where.Empty;
        return [.. (await _subscribers.Find(Where.Lte("dueAt", now.UtcTicks) & Where.In("kind", kinds.Select(kind => kind.ToString())) & isBehind).Sort(By.Ascending("dueAt").Ascending("_id")).Limit(limit).ToListAsync(ct)).Select(Read)];
    }

    public async Task<bool> TrySaveAsync(Subscriber subscriber, IReadOnlyList<Attempt> attempts, CancellationToken ct)
    {
        await _attempts.InsertAbsentAsync([.. attempts.Select(attempt => DocumentOf(subscriber.Id, attempt))], ct);
        var values = new BsonDocument
        {
            ["kind"] = subscriber.Kind.ToString(),
            ["dueAt"] = subscriber.DueAt is { } due ? due.UtcTicks : BsonNull.Value,
            ["epoch"] = subscriber.Cursor.Epoch,
            ["position"] = subscriber.Cursor.Position,
            ["record"] = JsonSerializer.Serialize(subscriber, JsonDefaults.Options),
        };
        if (subscriber.Version == 0)
        {
            return await _subscribers.TryInsertAsync(new BsonDocument { ["_id"] = subscriber.Id, ["version"] = 1L }.Merge(values), ct);
        }

        var update = new BsonDocument { ["$set"] = values, ["$inc"] = new BsonDocument("version", 1L) };
        if ((await _subscribers.UpdateOneAsync(Where.Eq("_id", subscriber.Id) & Where.Eq("version", subscriber.Version), update, cancellationToken: ct)).MatchedCount == 1)
        {
            return true;
        }

        if (!await _subscribers.Find(Where.Eq("_id", subscriber.Id)).AnyAsync(ct))
        {
            await _attempts.DeleteManyAsync(Where.Eq("subscriberId", subscriber.Id), ct);
        }

        return false;
    }

    public async Task<bool> RemoveAsync(string id, long? version, CancellationToken ct)
    {
        var removed = await _subscribers.DeleteOneAsync(version is { } expected ? Where.Eq("_id", id) & Where.Eq("version", expected) : Where.Eq("_id", id), ct);
        if (removed.DeletedCount == 0)
        {
            return false;
        }

        await _attempts.DeleteManyAsync(Where.Eq("subscriberId", id), ct);
        return true;
    }

    public async Task<IReadOnlyList<Attempt>> ReadAttemptsAsync(string subscriberId, string? beforeId, int limit, CancellationToken ct)
    {
        var found = await _attempts.Find(Where.Eq("subscriberId", subscriberId) & Where.Lt("attemptId", beforeId ?? "~")).Sort(By.Descending("attemptId")).Limit(limit).ToListAsync(ct);
        return [.. found.Select(document => JsonSerializer.Deserialize<Attempt>(document["record"].AsString, JsonDefaults.Options)!)];
    }

    public async Task TrimAttemptsAsync(string subscriberId, int keep, DateTimeOffset since, CancellationToken ct)
    {
        var own = Where.Eq("subscriberId", subscriberId);
        await _attempts.DeleteManyAsync(own & Where.Lt("attemptId", Attempt.TimeKey(since)), ct);
        if (await _attempts.Find(own).Sort(By.Descending("attemptId")).Skip(keep).FirstOrDefaultAsync(ct) is { } oldest)
        {
            await _attempts.DeleteManyAsync(own & Where.Lte("attemptId", oldest["attemptId"]), ct);
        }
    }

    private static IMongoCollection<BsonDocument> Subscribers(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("subscribers");

    private static IMongoCollection<BsonDocument> Attempts(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("attempts");

    private static BsonDocument DocumentOf(string subscriberId, Attempt attempt) => new()
    {
        ["_id"] = $"{subscriberId} {attempt.Id}",
        ["subscriberId"] = subscriberId,
        ["attemptId"] = attempt.Id,
        ["record"] = JsonSerializer.Serialize(attempt, JsonDefaults.Options),
    };

    private static Subscriber Read(BsonDocument document) =>
        JsonSerializer.Deserialize<Subscriber>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() };
}
