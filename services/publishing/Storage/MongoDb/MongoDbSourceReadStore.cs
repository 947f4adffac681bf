using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.NoteSource;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Reported sources in MongoDB, a document each.</summary>
internal sealed class MongoDbSourceReadStore(MongoDatabaseContext database) : ISourceReadStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _sources = database.Database.GetCollection<BsonDocument>("sources");

    public Task PutNewerAsync(IReadOnlyList<SourceReported> reports, CancellationToken ct)
    {
        var latest = reports.GroupBy(report => report.SourceId).Select(source => source.MaxBy(report => report.ReportedAt)!).ToList();
        var ids = latest.ConvertAll(report => report.SourceId);
        return _sources.WriteNewerAsync(
            () => ReadTimesAsync(ids, ct),
            held => latest.Select(report => Put(held, report)).OfType<WriteModel<BsonDocument>>(),
            ct);
    }

    public async Task<IReadOnlyList<SourceReported>> ReadAsync(string? afterId, int limit, CancellationToken ct)
    {
        var documents = await _sources.Find(Where.Gt("_id", afterId ?? "")).Sort(Builders<BsonDocument>.Sort.Ascending("_id")).Limit(limit).ToListAsync(ct);
        return [.. documents.Select(document => JsonSerializer.Deserialize<SourceReported>(document["record"].AsString, JsonDefaults.Options)!)];
    }

    private static WriteModel<BsonDocument>? Put(IReadOnlyDictionary<string, long> held, SourceReported report)
    {
        var time = report.ReportedAt.UtcTicks;
        var document = new BsonDocument { ["_id"] = report.SourceId, ["reportedAt"] = time, ["record"] = JsonSerializer.Serialize(report, JsonDefaults.Options) };
        return !held.TryGetValue(report.SourceId, out var before) ? new InsertOneModel<BsonDocument>(document)
            : time > before ? new ReplaceOneModel<BsonDocument>(Where.Eq("_id", report.SourceId) & Where.Lt("reportedAt", time), document)
            : null;
    }

    private async Task<IReadOnlyDictionary<string, long>> ReadTimesAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _sources.Find(Where.In("_id", ids)).Project(Builders<BsonDocument>.Projection.Include("reportedAt")).ToListAsync(ct))
            .ToDictionary(document => document["_id"].AsString, document => document["reportedAt"].ToInt64());
}
