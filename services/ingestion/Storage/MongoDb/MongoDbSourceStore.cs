using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>
/// Sources in MongoDB, each with its fetch state in the same document: a state cannot outlive its source and then tell a namesake that nothing is new.
/// Addresses are claimed in a collection of their own (<see cref="MongoDbAddressClaims"/>).
/// </summary>
internal sealed class MongoDbSourceStore(MongoDatabaseContext database) : ISourceStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly ProjectionDefinition<BsonDocument> WithoutState = Builders<BsonDocument>.Projection.Exclude("fetchState");

    private readonly IMongoCollection<BsonDocument> _sources = Collection(database);
    private readonly MongoDbAddressClaims _claims = new(database);

    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) => Collection(database).IndexAsync(ct, "nextAttemptAt", "_id");

    public async Task<Source?> AddOrFindConflictAsync(Source source, CancellationToken ct)
    {
        if (await TryFindAsync(source.Id, ct) is { } namesake)
        {
            return namesake;
        }

        if (await _claims.ClaimOrFindHolderAsync(source, id => TryFindAsync(id, ct), ct) is { } holder)
        {
            return holder;
        }

        var added = await _sources.TryInsertAsync(new BsonDocument { ["_id"] = source.Id, ["version"] = 1L }.Merge(Values(source)), ct);
        return added ? null : await TryFindAsync(source.Id, ct);
    }

    public async Task<Source?> TryFindAsync(string id, CancellationToken ct) =>
        await _sources.Find(Where.Eq("_id", id)).Project(WithoutState).FirstOrDefaultAsync(ct) is { } document ? Read(document) : null;

    public Task<IReadOnlyList<Source>> ReadAsync(string? afterId, int limit, CancellationToken ct) =>
        ReadAsync(Where.Gt("_id", afterId ?? string.Empty), Builders<BsonDocument>.Sort.Ascending("_id"), limit, ct);

    public Task<IReadOnlyList<Source>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        ReadAsync(Where.Lte("nextAttemptAt", now.ToUnixTimeMilliseconds()), Builders<BsonDocument>.Sort.Ascending("nextAttemptAt").Ascending("_id"), limit, ct);

    public async Task<SourceSave> SaveAsync(Source source, CancellationToken ct)
    {
        if (await TryFindAsync(source.Id, ct) is not { } stored || stored.Version != source.Version)
        {
            return SourceSave.Outdated;
        }

        if (await _claims.ClaimOrFindHolderAsync(source, id => TryFindAsync(id, ct), ct) is { } holder && holder.Id != source.Id)
        {
            return SourceSave.AddressTaken;
        }

        var update = new BsonDocument { ["$set"] = Values(source), ["$inc"] = new BsonDocument("version", 1L) };
        var saved = await _sources.UpdateOneAsync(Where.Eq("_id", source.Id) & Where.Eq("version", source.Version), update, cancellationToken: ct);
        return saved.MatchedCount == 1 ? SourceSave.Done : SourceSave.Outdated;
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken ct) => (await _sources.DeleteOneAsync(Where.Eq("_id", id), ct)).DeletedCount == 1;

    public async Task<FetchState> ReadFetchStateAsync(string sourceId, CancellationToken ct)
    {
        var document = await _sources.Find(Where.Eq("_id", sourceId) & Where.Exists("fetchState")).Project(Builders<BsonDocument>.Projection.Include("fetchState")).FirstOrDefaultAsync(ct);
        return document is null ? FetchState.Empty : JsonSerializer.Deserialize<FetchState>(document["fetchState"].AsString, JsonDefaults.Options)!;
    }

    public Task SaveFetchStateAsync(string sourceId, FetchState state, CancellationToken ct) =>
        _sources.UpdateOneAsync(Where.Eq("_id", sourceId), Builders<BsonDocument>.Update.Set("fetchState", JsonSerializer.Serialize(state, JsonDefaults.Options)), cancellationToken: ct);

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("sources");

    private static BsonDocument Values(Source source) => new()
    {
        ["nextAttemptAt"] = source.NextAttemptAt.ToUnixTimeMilliseconds(),
        ["record"] = JsonSerializer.Serialize(source, JsonDefaults.Options),
    };

    private static Source Read(BsonDocument document) =>
        JsonSerializer.Deserialize<Source>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() };

    private async Task<IReadOnlyList<Source>> ReadAsync(FilterDefinition<BsonDocument> filter, SortDefinition<BsonDocument> order, int limit, CancellationToken ct) =>
        [.. (await _sources.Find(filter).Sort(order).Limit(limit).Project(WithoutState).ToListAsync(ct)).Select(Read)];
}
