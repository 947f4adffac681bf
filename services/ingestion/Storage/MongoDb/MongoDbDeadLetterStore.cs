using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.RecordDeadLetter;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Dead letters in MongoDB.</summary>
internal sealed class MongoDbDeadLetterStore(MongoDatabaseContext database) : IDeadLetterStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _letters = Collection(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Collection(database).Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Builders<BsonDocument>.IndexKeys.Descending("recordedAt").Ascending("_id")), cancellationToken: ct);
        await Collection(database).IndexAsync(ct, "articleId", "revision");
    }

    public Task<bool> TryAddAsync(DeadLetter letter, CancellationToken ct) =>
        _letters.TryInsertAsync(
            new BsonDocument
            {
                ["_id"] = letter.Id,
                ["recordedAt"] = letter.RecordedAt.ToUnixTimeMilliseconds(),
                ["articleId"] = (BsonValue?)letter.ArticleId ?? BsonNull.Value,
                ["revision"] = letter.Revision is { } revision ? revision : BsonNull.Value,
                ["record"] = JsonSerializer.Serialize(letter with { Body = [] }, JsonDefaults.Options),
                ["body"] = new BsonBinaryData(letter.Body),
            },
            ct);

    public async Task<DeadLetter?> TryFindAsync(string id, CancellationToken ct) =>
        await _letters.Find(Where.Eq("_id", id)).FirstOrDefaultAsync(ct) is { } document ? Read(document) with { Body = document["body"].AsByteArray } : null;

    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(DeadLetterPosition? after, int limit, CancellationToken ct)
    {
        var from = after is null
            ? Where.Empty
            : Where.Lt("recordedAt", after.RecordedAt.ToUnixTimeMilliseconds()) | (Where.Eq("recordedAt", after.RecordedAt.ToUnixTimeMilliseconds()) & Where.Gt("_id", after.Id));
        var documents = await _letters.Find(from).Sort(Builders<BsonDocument>.Sort.Descending("recordedAt").Ascending("_id")).Limit(limit)
            .Project(Builders<BsonDocument>.Projection.Include("record")).ToListAsync(ct);
        return [.. documents.Select(Read)];
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken ct) => (await _letters.DeleteOneAsync(Where.Eq("_id", id), ct)).DeletedCount == 1;

    public async Task RemoveOfArticlesAsync(IReadOnlyDictionary<string, long> revisionByArticle, CancellationToken ct)
    {
        if (revisionByArticle.Count > 0)
        {
            await _letters.DeleteManyAsync(Where.Or(revisionByArticle.Select(article => Where.Eq("articleId", article.Key) & Where.Lte("revision", article.Value))), ct);
        }
    }

    public Task<long> CountAsync(CancellationToken ct) => _letters.CountDocumentsAsync(Where.Empty, cancellationToken: ct);

    public async Task<DateTimeOffset?> FindOldestAsync(CancellationToken ct)
    {
        var oldest = await _letters.Find(Where.Empty).Sort(Builders<BsonDocument>.Sort.Ascending("recordedAt").Descending("_id")).Project(Builders<BsonDocument>.Projection.Include("recordedAt")).FirstOrDefaultAsync(ct);
        return oldest is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(oldest["recordedAt"].ToInt64());
    }

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("deadLetters");

    private static DeadLetter Read(BsonDocument document) => JsonSerializer.Deserialize<DeadLetter>(document["record"].AsString, JsonDefaults.Options)!;
}
