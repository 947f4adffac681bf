using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Enrichment.Storage.MongoDb;

/// <summary>Snapshots in MongoDB: a document a head, a document a part.</summary>
internal sealed class MongoDbStorySnapshotStore(MongoDatabaseContext database) : IStorySnapshotStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _heads = database.Database.GetCollection<BsonDocument>("storySnapshots");
    private readonly IMongoCollection<BsonDocument> _parts = database.Database.GetCollection<BsonDocument>("storySnapshotParts");

    /// <summary>The index by which older parts are dropped.</summary>
    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) =>
        database.Database.GetCollection<BsonDocument>("storySnapshotParts").IndexAsync(ct, "position");

    public async Task<SnapshotHead?> ReadNewestAsync(CancellationToken ct) =>
        await _heads.Find(Where.Empty).Sort(Builders<BsonDocument>.Sort.Descending("position").Ascending("_id")).FirstOrDefaultAsync(ct) is { } head
            ? new SnapshotHead(head["_id"].AsString, head["position"].ToInt64(), head["parts"].ToInt32(), head["form"].AsString, head["last"].AsString)
            : null;

    public async Task<byte[]?> ReadPartAsync(SnapshotHead head, int part, CancellationToken ct) =>
        (await _parts.Find(Where.Eq("_id", PartId(head.Id, part))).FirstOrDefaultAsync(ct))?["bytes"].AsByteArray;

    public Task SavePartAsync(string snapshotId, long position, int part, byte[] bytes, CancellationToken ct) =>
        _parts.InsertOneAsync(new BsonDocument { ["_id"] = PartId(snapshotId, part), ["position"] = position, ["bytes"] = bytes }, cancellationToken: ct);

    public async Task SaveHeadAsync(SnapshotHead head, CancellationToken ct)
    {
        var document = new BsonDocument { ["_id"] = head.Id, ["position"] = head.Position, ["parts"] = head.Parts, ["form"] = head.Form, ["last"] = head.LastEntry };
        await _heads.InsertOneAsync(document, cancellationToken: ct);
        await _heads.DeleteManyAsync(Where.Lt("position", head.Position), ct);
        await _parts.DeleteManyAsync(Where.Lt("position", head.Position), ct);
    }

    private static string PartId(string snapshotId, int part) => $"{snapshotId}:{part}";
}
