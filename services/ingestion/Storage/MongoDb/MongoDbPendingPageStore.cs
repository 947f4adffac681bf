using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Pending pages in MongoDB.</summary>
internal sealed class MongoDbPendingPageStore(MongoDatabaseContext database) : IPendingPageStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _pages = Collection(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Collection(database).IndexAsync(ct, "givenUp", "nextAttemptAt", "_id");
        await Collection(database).IndexAsync(ct, "sourceId", "_id");
    }

    public async Task PutAsync(IReadOnlyList<PendingPage> pages, CancellationToken ct)
    {
        foreach (var page in pages)
        {
            var fresh = page with { Attempts = 0, GivenUp = false, ClaimedBy = null, LastError = null };
            await _pages.UpsertAsync(Where.Eq("_id", page.Id), new BsonDocument { ["$set"] = Values(fresh), ["$inc"] = new BsonDocument("version", 1L) }, ct);
        }
    }

    public Task<IReadOnlyList<PendingPage>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        ReadAsync(Where.Eq("givenUp", false) & Where.Lte("nextAttemptAt", now.ToUnixTimeMilliseconds()), Builders<BsonDocument>.Sort.Ascending("nextAttemptAt").Ascending("_id"), limit, ct);

    public async Task<IReadOnlyList<PendingPage>> ReadClaimedAsync(string owner, DateTimeOffset now, CancellationToken ct)
    {
        var claimed = new List<PendingPage>();
        using var waiting = await _pages.Find(Where.Eq("givenUp", false) & Where.Gt("nextAttemptAt", now.ToUnixTimeMilliseconds())).ToCursorAsync(ct);
        while (await waiting.MoveNextAsync(ct))
        {
            claimed.AddRange(waiting.Current.Select(Read).Where(page => page.ClaimedBy == owner));
        }

        return claimed;
    }

    public async Task<bool> TrySaveAsync(PendingPage page, CancellationToken ct)
    {
        var update = new BsonDocument { ["$set"] = Values(page), ["$inc"] = new BsonDocument("version", 1L) };
        return (await _pages.UpdateOneAsync(Where.Eq("_id", page.Id) & Where.Eq("version", page.Version), update, cancellationToken: ct)).MatchedCount == 1;
    }

    public async Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct) =>
        (await _pages.DeleteOneAsync(Where.Eq("_id", id) & Where.Eq("version", version), ct)).DeletedCount == 1;

    public async Task<int> RemoveGivenUpAsync(DateTimeOffset before, int limit, CancellationToken ct)
    {
        var old = Where.Eq("givenUp", true) & Where.Lt("nextAttemptAt", before.ToUnixTimeMilliseconds());
        var found = await _pages.Find(old).Limit(limit).Project(Builders<BsonDocument>.Projection.Include("_id")).ToListAsync(ct);

        // Asked again in the removal: a page that was put anew meanwhile stays.
        return found.Count == 0 ? 0 : (int)(await _pages.DeleteManyAsync(Where.In("_id", found.Select(page => page["_id"])) & old, ct)).DeletedCount;
    }

    public Task<IReadOnlyList<PendingPage>> ReadOfSourceAsync(string sourceId, string? afterId, int limit, CancellationToken ct) =>
        ReadAsync(Where.Eq("sourceId", sourceId) & Where.Gt("_id", afterId ?? string.Empty), Builders<BsonDocument>.Sort.Ascending("_id"), limit, ct);

    public Task RemoveOfSourceAsync(string sourceId, CancellationToken ct) => _pages.DeleteManyAsync(Where.Eq("sourceId", sourceId), ct);

    public async Task<PageCounts> CountAsync(CancellationToken ct) =>
        new(await _pages.CountDocumentsAsync(Where.Eq("givenUp", false), cancellationToken: ct), await _pages.CountDocumentsAsync(Where.Eq("givenUp", true), cancellationToken: ct));

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("pendingPages");

    private static BsonDocument Values(PendingPage page) => new()
    {
        ["sourceId"] = page.SourceId,
        ["givenUp"] = page.GivenUp,
        ["nextAttemptAt"] = page.NextAttemptAt.ToUnixTimeMilliseconds(),
        ["record"] = JsonSerializer.Serialize(page, JsonDefaults.Options),
    };

    private async Task<IReadOnlyList<PendingPage>> ReadAsync(FilterDefinition<BsonDocument> filter, SortDefinition<BsonDocument> order, int limit, CancellationToken ct) =>
        [.. (await _pages.Find(filter).Sort(order).Limit(limit).ToListAsync(ct)).Select(Read)];

    private static PendingPage Read(BsonDocument document) =>
        JsonSerializer.Deserialize<PendingPage>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() };
}
