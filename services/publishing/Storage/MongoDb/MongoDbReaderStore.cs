using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.SpeakReader;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Readers of the Google Reader dialect in MongoDB. The marks may be sharded by <c>reader</c>.</summary>
internal sealed class MongoDbReaderStore(MongoDatabaseContext database) : IReaderStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly SortDefinitionBuilder<BsonDocument> Sort = Builders<BsonDocument>.Sort;

    private readonly IMongoCollection<BsonDocument> _readers = database.Database.GetCollection<BsonDocument>("readers");
    private readonly IMongoCollection<BsonDocument> _marks = MarksOf(database);
    private readonly IMongoCollection<BsonDocument> _numbers = NumbersOf(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await MarksOf(database).IndexAsync(ct, "reader", "read", "key", "articleId");
        await MarksOf(database).IndexAsync(ct, "reader", "starred", "key", "articleId");
        await NumbersOf(database).Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(new BsonDocument("articleId", 1), new CreateIndexOptions { Unique = true }), cancellationToken: ct);
    }

    public async Task<ReaderProfile?> TryFindAsync(string reader, CancellationToken ct) =>
        await _readers.Find(Where.Eq("_id", reader)).FirstOrDefaultAsync(ct) is { } document ? JsonSerializer.Deserialize<ReaderProfile>(document["record"].AsString, JsonDefaults.Options) : null;

    public async Task<bool> TryPutAsync(string reader, ReaderProfile profile, CancellationToken ct)
    {
        var document = new BsonDocument { ["_id"] = reader, ["version"] = profile.Version, ["record"] = JsonSerializer.Serialize(profile, JsonDefaults.Options) };
        if (profile.Version > 1)
        {
            return (await _readers.ReplaceOneAsync(Where.Eq("_id", reader) & Where.Eq("version", profile.Version - 1), document, cancellationToken: ct)).MatchedCount == 1;
        }

        try
        {
            await _readers.InsertOneAsync(document, cancellationToken: ct);
            return true;
        }
        catch (MongoWriteException raced) when (raced.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
            return false;
        }
    }

    public async Task MarkAsync(string reader, IReadOnlyCollection<ReaderMark> marks, CancellationToken ct)
    {
        // Of two first marks of one article the second finds the document only when it is sent again.
        IReadOnlyList<WriteModel<BsonDocument>> left = [.. marks.Select(mark => Change(reader, mark))];
        while (left.Count > 0)
        {
            left = await _marks.WriteEachAsync(left, ct);
        }
    }

    public async Task<IReadOnlyDictionary<string, ReaderMark>> ReadMarksAsync(string reader, IReadOnlyCollection<string> articleIds, CancellationToken ct) =>
        (await _marks.Find(Where.In("_id", articleIds.Select(id => IdOf(reader, id)))).ToListAsync(ct)).Select(Read).ToDictionary(mark => mark.ArticleId);

    public async Task<IReadOnlyList<ReaderMark>> ListMarksAsync(string reader, ReaderMarkQuery query, CancellationToken ct)
    {
        var filter = Where.Eq("reader", reader) & Where.Eq(query.IsStarred ? "starred" : "read", true);
        if (query.After is { } place)
        {
            filter &= query.OldestFirst
                ? Where.Gte("key", place.Key) & (Where.Gt("key", place.Key) | Where.Gt("articleId", place.ArticleId))
                : Where.Lte("key", place.Key) & (Where.Lt("key", place.Key) | Where.Lt("articleId", place.ArticleId));
        }

        var order = query.OldestFirst ? Sort.Ascending("key").Ascending("articleId") : Sort.Descending("key").Descending("articleId");
        return [.. (await _marks.Find(filter).Sort(order).Limit(query.Limit).ToListAsync(ct)).Select(Read)];
    }

    public async Task<int> CountMarksAsync(string reader, CancellationToken ct) => (int)await _marks.CountDocumentsAsync(Where.Eq("reader", reader), cancellationToken: ct);

    public async Task ForgetReadAsync(string reader, long upTo, CancellationToken ct)
    {
        var older = Where.Eq("reader", reader) & Where.Lte("key", upTo);
        await _marks.DeleteManyAsync(older & Where.Ne("starred", true), ct);
        await _marks.UpdateManyAsync(older & Where.Eq("read", false), Builders<BsonDocument>.Update.Unset("read"), cancellationToken: ct);
    }

    public async Task<IReadOnlyDictionary<string, long>> NumberAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct)
    {
        var ids = articleIds.Distinct().ToList();
        for (var attempt = 0L; ; attempt++)
        {
            var known = (await _numbers.Find(Where.In("articleId", ids)).ToListAsync(ct)).ToDictionary(number => number["articleId"].AsString, number => number["_id"].ToInt64());
            if (known.Count == ids.Count)
            {
                return known;
            }

            // A number that another article has is refused as a duplicate; the next look tries the one after it.
            await _numbers.WriteEachAsync([.. ids.Where(id => !known.ContainsKey(id)).Select(id => new InsertOneModel<BsonDocument>(new BsonDocument { ["_id"] = After(ReaderNumber.Wish(id), attempt), ["articleId"] = id }))], ct);
        }
    }

    public async Task<IReadOnlyDictionary<long, string>> FindNumberedAsync(IReadOnlyCollection<long> numbers, CancellationToken ct) =>
        (await _numbers.Find(Where.In("_id", numbers)).ToListAsync(ct)).ToDictionary(number => number["_id"].ToInt64(), number => number["articleId"].AsString);

    private static IMongoCollection<BsonDocument> MarksOf(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("readerMarks");

    private static IMongoCollection<BsonDocument> NumbersOf(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("readerNumbers");

    private static string IdOf(string reader, string articleId) => $"{reader} {articleId}";

    private static long After(long number, long steps)
    {
        for (var step = 0L; step < steps; step++)
        {
            number = ReaderNumber.Next(number);
        }

        return number;
    }

    private static UpdateOneModel<BsonDocument> Change(string reader, ReaderMark mark)
    {
        var set = new BsonDocument { ["reader"] = reader, ["articleId"] = mark.ArticleId, ["key"] = mark.Key };
        if (mark.Read is { } read)
        {
            set["read"] = read;
        }

        if (mark.Starred is { } starred)
        {
            set["starred"] = starred;
        }

        return new UpdateOneModel<BsonDocument>(Where.Eq("_id", IdOf(reader, mark.ArticleId)), new BsonDocument("$set", set)) { IsUpsert = true };
    }

    private static ReaderMark Read(BsonDocument document) => new(
        document["articleId"].AsString,
        document["key"].ToInt64(),
        document.TryGetValue("read", out var read) ? read.AsBoolean : null,
        document.GetValue("starred", false).AsBoolean);
}
