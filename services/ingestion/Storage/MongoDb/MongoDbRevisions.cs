using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>
/// Replaced contents in MongoDB, one document each. A content is kept before it is replaced: if the replacing then fails or the process dies, it
/// stands in both places until the next time, under the same number.
/// </summary>
internal sealed class MongoDbRevisions(MongoDatabaseContext database)
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _revisions = Collection(database);

    /// <summary>The fields of an article's document that are kept.</summary>
    public static ProjectionDefinition<BsonDocument> Replaced { get; } = Builders<BsonDocument>.Projection.Include("content").Include("contentRevision").Include("contentAcceptedAt").Include("version");

    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) => Collection(database).IndexAsync(ct, "articleId", "revision");

    public static DateTimeOffset? TimeOf(BsonDocument document) =>
        document.TryGetValue("contentAcceptedAt", out var time) && !time.IsBsonNull ? DateTimeOffset.FromUnixTimeMilliseconds(time.ToInt64()) : null;

    /// <summary>Keeps the content that <paramref name="next"/> replaces; after a withdrawal, which left none, nothing from before it counts.</summary>
    public async Task KeepAsync(BsonDocument? stored, Article next, CancellationToken ct)
    {
        if (stored is null || stored["version"].ToInt64() != next.Version)
        {
            return;
        }

        if (!stored.Contains("content"))
        {
            await DropAsync(next.Id, ct);
            return;
        }

        var revision = stored["contentRevision"].ToInt64();
        if (revision >= next.Revision)
        {
            return;
        }

        await _revisions.TryInsertAsync(
            new BsonDocument
            {
                ["_id"] = $"{next.Id}:{revision}",
                ["articleId"] = next.Id,
                ["revision"] = revision,
                ["contentAcceptedAt"] = stored.GetValue("contentAcceptedAt", BsonNull.Value),
                ["content"] = stored["content"],
            },
            ct);
        await DropOldestAsync(next.Id, ct);
    }

    public Task DropAsync(string articleId, CancellationToken ct) => _revisions.DeleteManyAsync(Where.Eq("articleId", articleId), ct);

    /// <summary>The oldest first; one that still is the newest content is left out.</summary>
    public async Task<IReadOnlyList<StoredRevision>> ReadAsync(string articleId, CancellationToken ct)
    {
        var newest = await database.Database.GetCollection<BsonDocument>("articles").Find(Where.Eq("_id", articleId)).Project(Builders<BsonDocument>.Projection.Include("contentRevision")).FirstOrDefaultAsync(ct);
        if (newest is null || !newest.TryGetValue("contentRevision", out var revision))
        {
            return [];
        }

        var earlier = await _revisions.Find(Where.Eq("articleId", articleId) & Where.Lt("revision", revision.ToInt64())).Sort(Builders<BsonDocument>.Sort.Ascending("revision")).ToListAsync(ct);
        return [.. earlier.Select(document => new StoredRevision(
            document["revision"].ToInt64(), TimeOf(document), JsonSerializer.Deserialize<ArticleContent>(document["content"].AsString, JsonDefaults.Options)!))];
    }

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("revisions");

    private async Task DropOldestAsync(string articleId, CancellationToken ct)
    {
        var kept = await _revisions.Find(Where.Eq("articleId", articleId)).Sort(Builders<BsonDocument>.Sort.Ascending("revision")).Project(Builders<BsonDocument>.Projection.Include("revision")).ToListAsync(ct);
        if (kept.Count > IRevisionStore.MaxKept)
        {
            await _revisions.DeleteManyAsync(Where.In("_id", kept.Skip(1).Take(kept.Count - IRevisionStore.MaxKept).Select(document => document["_id"])), ct);
        }
    }
}
