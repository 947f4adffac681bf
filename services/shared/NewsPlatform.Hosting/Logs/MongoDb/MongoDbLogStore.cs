using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Hosting.Logs.MongoDb;

/// <summary>
/// An ordered log in MongoDB: one document per append, <c>{_id: firstPosition, n: count, entries: […]}</c>. The unique <c>_id</c> is what makes two
/// writers at one position exclude each other, so the collection stays unsharded.
/// </summary>
public sealed class MongoDbLogStore(MongoDatabaseContext database) : IRestorableLog
{
    private const string EpochId = "epoch";
    private const int LargestBatch = 100;
    private const long LargestGap = 16;

    private static readonly SortDefinition<BsonDocument> Ascending = Builders<BsonDocument>.Sort.Ascending("_id");

    private static readonly ProjectionDefinition<BsonDocument> WithoutBodies = Builders<BsonDocument>.Projection.Exclude("entries.b");

    private readonly IMongoCollection<BsonDocument> _log = database.Database.GetCollection<BsonDocument>("log");
    private readonly IMongoCollection<BsonDocument> _meta = database.Database.GetCollection<BsonDocument>(MongoDatabaseContext.MetaCollection);

    /// <summary>The log's index, made at start-up.</summary>
    public static Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct) =>
        database.Database.GetCollection<BsonDocument>("log").Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(Builders<BsonDocument>.IndexKeys.Ascending("entries.s").Ascending("entries.r"), new CreateIndexOptions { Name = "by_subject" }),
            cancellationToken: ct);

    public async Task<string> ReadEpochAsync(CancellationToken ct)
    {
        var meta = await _meta.FindOneAndUpdateAsync<BsonDocument>(
            Builders<BsonDocument>.Filter.Eq("_id", EpochId),
            Builders<BsonDocument>.Update.SetOnInsert("value", NewEpoch()),
            new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After },
            ct);
        return meta["value"].AsString;
    }

    public async Task<long> ReadNextPositionAsync(CancellationToken ct)
    {
        var last = await _log.Find(FilterDefinition<BsonDocument>.Empty).Sort(Builders<BsonDocument>.Sort.Descending("_id"))
            .Project(Builders<BsonDocument>.Projection.Include("n")).Limit(1).FirstOrDefaultAsync(ct);
        return last is null ? 1 : last["_id"].ToInt64() + last["n"].ToInt64();
    }

    public async Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        var wanted = subjects.ToHashSet(StringComparer.Ordinal);
        var segments = await _log.Find(Builders<BsonDocument>.Filter.In("entries.s", wanted))
            .Project(Builders<BsonDocument>.Projection.Include("entries.s").Include("entries.r")).ToListAsync(ct);
        var newest = segments
            .SelectMany(segment => segment["entries"].AsBsonArray.Select(entry => (Segment: segment["_id"].ToInt64(), Subject: entry["s"].AsString, Revision: entry["r"].ToInt64())))
            .Where(entry => wanted.Contains(entry.Subject))
            .GroupBy(entry => entry.Subject, StringComparer.Ordinal)
            .ToDictionary(subject => subject.Key, subject => subject.MaxBy(entry => entry.Revision), StringComparer.Ordinal);

        // Only now the payloads, and only of the segments that matter: a subject may stand in many.
        var whole = await _log.Find(Builders<BsonDocument>.Filter.In("_id", newest.Values.Select(entry => entry.Segment).Distinct())).Project(WithoutBodies).ToListAsync(ct);
        return whole.SelectMany(EntriesOf)
            .Where(entry => newest.TryGetValue(entry.Subject, out var last) && last.Revision == entry.Revision)
            .DistinctBy(entry => entry.Subject, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Subject, StringComparer.Ordinal);
    }

    public async Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct)
    {
        // Positions amid a segment are no _id, so only this look refuses them. If the tail moves after it, then by a segment that begins here: the _id decides.
        if (await ReadNextPositionAsync(ct) != position)
        {
            return false;
        }

        return await _log.TryInsertAsync(new BsonDocument { ["_id"] = position, ["n"] = entries.Count, ["entries"] = new BsonArray(entries.Select(ToBson)) }, ct);
    }

    public async Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        // The segment that holds `from` may begin before it.
        var first = await _log.Find(Builders<BsonDocument>.Filter.Lte("_id", from)).Sort(Builders<BsonDocument>.Sort.Descending("_id"))
            .Project(Builders<BsonDocument>.Projection.Include("n")).Limit(1).FirstOrDefaultAsync(ct);

        // Segments are about alike: without a guess from the first, a full log would send a hundred of them for one page.
        var options = new FindOptions { BatchSize = 2 + Math.Min(limit / (first?["n"].ToInt32() ?? 1), LargestBatch) };
        var entries = new List<LogEntry>(Math.Min(limit, 1_024));
        using var segments = await _log.Find(Builders<BsonDocument>.Filter.Gte("_id", first?["_id"].ToInt64() ?? from), options)
            .Sort(Ascending).Project(WithoutBodies).ToCursorAsync(ct);
        while (entries.Count < limit && await segments.MoveNextAsync(ct))
        {
            foreach (var entry in segments.Current.SelectMany(EntriesOf).Where(entry => entry.Position >= from).Take(limit - entries.Count))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    public async Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct)
    {
        var wanted = positions.ToHashSet();
        var bodies = new Dictionary<long, byte[]>(positions.Count);
        for (var (begin, end) = (0, 0); begin < positions.Count; begin = end)
        {
            // What lies close together is asked for at once, with the little between.
            for (end = begin + 1; end < positions.Count && positions[end] - positions[end - 1] <= LargestGap; end++)
            {
            }

            await ReadBodiesAsync(positions[begin], positions[end - 1], wanted, bodies, ct);
        }

        return bodies;
    }

    public Task TouchAsync(CancellationToken ct) => database.TouchAsync(ct);

    public async Task<string> RenewEpochAsync(CancellationToken ct)
    {
        var epoch = NewEpoch();
        await _meta.UpsertAsync(Builders<BsonDocument>.Filter.Eq("_id", EpochId), Builders<BsonDocument>.Update.Set("value", epoch), ct);
        return epoch;
    }

    public async Task<bool> TryResumeAsync(long position, LogRecord entry, CancellationToken ct) =>
        await ReadNextPositionAsync(ct) <= position
        && await _log.TryInsertAsync(new BsonDocument { ["_id"] = position, ["n"] = 1, ["entries"] = new BsonArray { ToBson(entry) } }, ct);

    private async Task ReadBodiesAsync(long from, long to, HashSet<long> wanted, Dictionary<long, byte[]> bodies, CancellationToken ct)
    {
        var first = await _log.Find(Builders<BsonDocument>.Filter.Lte("_id", from)).Sort(Builders<BsonDocument>.Sort.Descending("_id"))
            .Project(Builders<BsonDocument>.Projection.Include("_id")).Limit(1).FirstOrDefaultAsync(ct);
        var filter = Builders<BsonDocument>.Filter.Gte("_id", first?["_id"].ToInt64() ?? from) & Builders<BsonDocument>.Filter.Lte("_id", to);
        using var segments = await _log.Find(filter).Project(Builders<BsonDocument>.Projection.Include("entries.b")).ToCursorAsync(ct);
        while (await segments.MoveNextAsync(ct))
        {
            foreach (var segment in segments.Current)
            {
                var position = segment["_id"].ToInt64();
                foreach (var entry in segment["entries"].AsBsonArray.Select(value => value.AsBsonDocument))
                {
                    if (wanted.Contains(position) && entry.TryGetValue("b", out var body))
                    {
                        bodies[position] = body.AsByteArray;
                    }

                    position++;
                }
            }
        }
    }

    private static string NewEpoch() => Guid.NewGuid().ToString("N")[..16];

    private static BsonDocument ToBson(LogRecord entry)
    {
        var document = new BsonDocument
        {
            ["s"] = entry.Subject,
            ["r"] = entry.Revision,
            ["k"] = entry.Kind,
            ["p"] = entry.Payload,
            ["a"] = entry.At.ToUnixTimeMilliseconds(),
        };
        if (entry.Body is not null)
        {
            document["b"] = entry.Body;
        }

        return document;
    }

    private static IEnumerable<LogEntry> EntriesOf(BsonDocument segment)
    {
        var position = segment["_id"].ToInt64();
        return segment["entries"].AsBsonArray.Select((value, i) =>
        {
            var entry = value.AsBsonDocument;
            return new LogEntry(position + i, entry["s"].AsString, entry["r"].ToInt64(), entry["k"].AsString, entry["p"].AsString, DateTimeOffset.FromUnixTimeMilliseconds(entry["a"].ToInt64()));
        });
    }
}
