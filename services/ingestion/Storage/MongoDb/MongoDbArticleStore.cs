using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>Articles in MongoDB: row and content are one document, so that its atomicity is all that a write needs. May be sharded by <c>_id</c>.</summary>
internal sealed class MongoDbArticleStore(MongoDatabaseContext database) : IArticleStore, IAnsweredArticleStore, IRevisionStore
{
    /// <summary>Writes of one batch under way at a time: each waits for the majority.</summary>
    private const int Parallel = 32;

    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly ProjectionDefinition<BsonDocument> RowOnly = Builders<BsonDocument>.Projection.Include("record").Include("version");

    private readonly IMongoCollection<BsonDocument> _articles = Collection(database);
    private readonly MongoDbRevisions _revisions = new(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Collection(database).IndexAsync(ct, "state", "queuedAt", "_id");
        await Collection(database).IndexAsync(ct, "state", "_id");
        await Collection(database).IndexAsync(ct, "answeredAt", "_id");
        await Collection(database).IndexAsync(ct, "sightingsDueAt", "_id");
        await MongoDbRevisions.CreateIndexesAsync(database, ct);
    }

    public async Task<IReadOnlyDictionary<string, Article>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _articles.Find(Where.In("_id", ids)).Project(RowOnly).ToListAsync(ct)).Select(ReadArticle).ToDictionary(article => article.Id, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, StoredContent>> ReadContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var documents = await _articles.Find(Where.In("_id", ids) & Where.Exists("content")).Project(Builders<BsonDocument>.Projection.Include("content").Include("contentRevision").Include("contentAcceptedAt")).ToListAsync(ct);
        return documents.ToDictionary(
            document => document["_id"].AsString,
            document => new StoredContent(document["contentRevision"].ToInt64(), JsonSerializer.Deserialize<ArticleContent>(document["content"].AsString, JsonDefaults.Options)!, MongoDbRevisions.TimeOf(document)),
            StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken ct)
    {
        var done = new bool[writes.Count];
        await System.Threading.Tasks.Parallel.ForAsync(0, writes.Count, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = ct }, async (i, token) =>
            done[i] = await SaveAsync(writes[i], token));
        return done;
    }

    public async Task<IReadOnlyList<Article>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        await ReadAsync(Where.Eq("state", (int)ArticleState.Pending) & Where.Lte("queuedAt", now.ToUnixTimeMilliseconds()), Builders<BsonDocument>.Sort.Ascending("queuedAt").Ascending("_id"), limit, ct);

    public async Task<IReadOnlyList<Article>> ReadSightingsDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        await ReadAsync(Where.Lte("sightingsDueAt", now.ToUnixTimeMilliseconds()), Builders<BsonDocument>.Sort.Ascending("sightingsDueAt").Ascending("_id"), limit, ct);

    public async Task<IReadOnlyList<Article>> ReadSentAsync(string? afterId, int limit, CancellationToken ct) =>
        await ReadAsync(Where.Eq("state", (int)ArticleState.Sent) & Where.Gt("_id", afterId ?? string.Empty), Builders<BsonDocument>.Sort.Ascending("_id"), limit, ct);

    public async Task<IReadOnlyList<Article>> ReadPublishedBeforeAsync(DateTimeOffset instant, int limit, CancellationToken ct) =>
        await ReadAsync(Where.Eq("state", (int)ArticleState.Published) & Where.Lt("queuedAt", instant.ToUnixTimeMilliseconds()), Builders<BsonDocument>.Sort.Ascending("queuedAt").Ascending("_id"), limit, ct);

    public async Task<long> CountBacklogAsync(CancellationToken ct) =>
        await _articles.CountDocumentsAsync(Where.Eq("state", (int)ArticleState.Pending), cancellationToken: ct)
        + await _articles.CountDocumentsAsync(Where.Eq("state", (int)ArticleState.Sent), cancellationToken: ct);

    public async Task<IReadOnlyList<Article>> ReadAnsweredAsync(DateTimeOffset from, DateTimeOffset until, AnsweredPosition? after, int limit, CancellationToken ct)
    {
        var closed = Where.In("state", new[] { (int)ArticleState.Published, (int)ArticleState.Withdrawn, (int)ArticleState.Expired });
        var order = Builders<BsonDocument>.Sort.Ascending("answeredAt").Ascending("_id");
        List<Article> rows = [];
        if (after?.AnsweredAt is null)
        {
            // Equality with null finds what has no such field too.
            rows.AddRange(await ReadAsync(closed & Where.Eq("answeredAt", BsonNull.Value) & Where.Gt("_id", after?.ArticleId ?? string.Empty), order, limit, ct));
        }

        if (rows.Count < limit)
        {
            var time = (after?.AnsweredAt ?? from).ToUnixTimeMilliseconds();
            var next = Where.Gt("answeredAt", time) | (Where.Eq("answeredAt", time) & Where.Gt("_id", after?.AnsweredAt is null ? string.Empty : after.ArticleId));
            rows.AddRange(await ReadAsync(closed & Where.Gte("answeredAt", time) & Where.Lte("answeredAt", until.ToUnixTimeMilliseconds()) & next, order, limit - rows.Count, ct));
        }

        return rows;
    }

    public Task<IReadOnlyList<StoredRevision>> ReadEarlierAsync(string articleId, CancellationToken ct) => _revisions.ReadAsync(articleId, ct);

    public async Task<ArticleCounts> CountAsync(CancellationToken ct)
    {
        // One aggregation, so that all buckets are of one moment.
        var groups = await _articles.Aggregate().Group(new BsonDocument { ["_id"] = "$state", ["articles"] = new BsonDocument("$sum", 1) }).ToListAsync(ct);
        var counts = groups.ToDictionary(group => (ArticleState)group["_id"].ToInt32(), group => group["articles"].ToInt64());
        long Of(ArticleState state) => counts.GetValueOrDefault(state);
        return new ArticleCounts(counts.Values.Sum(), Of(ArticleState.Pending), Of(ArticleState.Sent), Of(ArticleState.Published), Of(ArticleState.Withdrawn), Of(ArticleState.Dead), Of(ArticleState.Expired));
    }

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("articles");

    private static Article ReadArticle(BsonDocument document) =>
        JsonSerializer.Deserialize<Article>(document["record"].AsString, JsonDefaults.Options)! with { Version = document["version"].ToInt64() };

    private async Task<IReadOnlyList<Article>> ReadAsync(FilterDefinition<BsonDocument> filter, SortDefinition<BsonDocument> order, int limit, CancellationToken ct) =>
        [.. (await _articles.Find(filter).Sort(order).Limit(limit).Project(RowOnly).ToListAsync(ct)).Select(ReadArticle)];

    private async Task<bool> SaveAsync(ArticleWrite write, CancellationToken ct)
    {
        var article = write.Article;
        var values = new BsonDocument
        {
            ["version"] = article.Version + 1,
            ["state"] = (int)article.State,
            ["queuedAt"] = article.QueuedAt.ToUnixTimeMilliseconds(),
            ["answeredAt"] = article.AnsweredAt is { } answered ? answered.ToUnixTimeMilliseconds() : BsonNull.Value,
            ["sightingsDueAt"] = article.SightingsDueAt is { } due ? due.ToUnixTimeMilliseconds() : BsonNull.Value,
            ["record"] = JsonSerializer.Serialize(article, JsonDefaults.Options),
        };
        if (write is { Change: ContentChange.Replace, Content: { } content })
        {
            values["content"] = JsonSerializer.Serialize(content, JsonDefaults.Options);
            values["contentRevision"] = article.Revision;
            values["contentAcceptedAt"] = article.AcceptedAt.ToUnixTimeMilliseconds();
        }

        if (article.Version == 0)
        {
            return await _articles.TryInsertAsync(new BsonDocument("_id", article.Id).Merge(values), ct);
        }

        var update = new BsonDocument("$set", values);
        if (write.Change == ContentChange.Remove)
        {
            update["$unset"] = new BsonDocument { ["content"] = "", ["contentRevision"] = "", ["contentAcceptedAt"] = "" };
        }

        if (write.Change == ContentChange.Replace)
        {
            await _revisions.KeepAsync(await _articles.Find(Where.Eq("_id", article.Id)).Project(MongoDbRevisions.Replaced).FirstOrDefaultAsync(ct), article, ct);
        }

        var result = await _articles.UpdateOneAsync(Where.Eq("_id", article.Id) & Where.Eq("version", article.Version), update, cancellationToken: ct);
        if (result.MatchedCount == 0)
        {
            return false;
        }

        // At each later write too: a kill may have come between the two.
        if (article.IsWithdrawal)
        {
            await _revisions.DropAsync(article.Id, ct);
        }

        return true;
    }
}
