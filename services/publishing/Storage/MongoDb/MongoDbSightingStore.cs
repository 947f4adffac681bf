using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.NoteSightings;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Sightings in MongoDB: a document for each source of an article, so that an insert is all that a note needs. May be sharded by <c>articleId</c>.</summary>
internal sealed class MongoDbSightingStore(MongoDatabaseContext database) : ISightingStore
{
    private readonly IMongoCollection<BsonDocument> _sightings = Of(database);

    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) => Of(database).IndexAsync(ct, "articleId", "seenAt", "_id");

    public Task AddAsync(IReadOnlyList<ArticleSighted> sighted, CancellationToken ct) => _sightings.WriteEachAsync(
        [.. sighted.SelectMany(article => article.SeenIn.Select(sighting => Insert(article.ArticleId, sighting))).DistinctBy(insert => insert.Document["_id"])],
        ct);

    public async Task<ILookup<string, ArticleSighting>> ReadAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct)
    {
        var documents = await _sightings.Find(Builders<BsonDocument>.Filter.In("articleId", articleIds))
            .Sort(Builders<BsonDocument>.Sort.Ascending("articleId").Ascending("seenAt").Ascending("_id")).ToListAsync(ct);
        return documents.ToLookup(document => document["articleId"].AsString, document => JsonSerializer.Deserialize<ArticleSighting>(document["record"].AsString, JsonDefaults.Options)!);
    }

    private static IMongoCollection<BsonDocument> Of(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("sightings");

    private static InsertOneModel<BsonDocument> Insert(string articleId, ArticleSighting sighting) => new(new BsonDocument
    {
        ["_id"] = $"{articleId} {sighting.SourceId}",
        ["articleId"] = articleId,
        ["seenAt"] = sighting.FirstSeenAt.ToUnixTimeMilliseconds(),
        ["record"] = JsonSerializer.Serialize(sighting, JsonDefaults.Options),
    });
}
