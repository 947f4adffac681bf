using MongoDB.Bson;
using MongoDB.Driver;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>Facts in the <c>meta</c> collection of a service's MongoDB database.</summary>
public sealed class MongoDbFacts(MongoDatabaseContext database) : IServiceFacts
{
    private readonly IMongoCollection<BsonDocument> _meta = database.Database.GetCollection<BsonDocument>(MongoDatabaseContext.MetaCollection);

    public async Task<string?> TryReadAsync(string name, CancellationToken ct) =>
        (await _meta.Find(Builders<BsonDocument>.Filter.Eq("_id", name)).FirstOrDefaultAsync(ct))?["value"].AsString;

    public Task WriteAsync(string name, string value, CancellationToken ct) =>
        _meta.UpsertAsync(Builders<BsonDocument>.Filter.Eq("_id", name), Builders<BsonDocument>.Update.Set("value", value), ct);
}
