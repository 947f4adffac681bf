using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Articles in MongoDB; a batch is one bulk write, each article of it atomic for itself.</summary>
internal sealed class MongoDbArticleReadStore(MongoDatabaseContext database) : IArticleReadStore, IEmbargoStore, IHeldArticleStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly UpdateDefinitionBuilder<BsonDocument> Set = Builders<BsonDocument>.Update;

    private readonly IMongoCollection<BsonDocument> _articles = MongoDbArticleDocuments.Of(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await MongoDbArticleDocuments.Of(database).IndexAsync(ct, "releaseAt");
        await MongoDbArticleDocuments.Of(database).IndexAsync(ct, "storedAt", "_id");
    }

    public async Task<IReadOnlyList<ArticleState>> PutNewerAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct)
    {
        var ofArticles = changes.ToLookup(change => change.ArticleId);
        var ids = ofArticles.Select(article => article.Key).ToList();
        var held = await _articles.WriteNewerAsync(
            () => ReadAsync(ids, ct),
            states => ofArticles.Select(article => Put(states.GetValueOrDefault(article.Key), [.. article])).OfType<WriteModel<BsonDocument>>(),
            ct);
        return [.. changes.Select(change => held[change.ArticleId])];
    }

    public Task JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct)
    {
        var newest = memberships.GroupBy(joined => joined.ArticleId).Select(article => article.MaxBy(joined => joined.Version)!).ToList();
        var ids = newest.ConvertAll(joined => joined.ArticleId);
        return _articles.WriteNewerAsync(
            () => ReadAsync(ids, ct),
            states => newest.Select(joined => Join(states.GetValueOrDefault(joined.ArticleId), joined)).OfType<WriteModel<BsonDocument>>(),
            ct);
    }

    public async Task<IReadOnlyList<ArticleState>> ReadStatesAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct) => [.. (await ReadAsync(articleIds, ct)).Values];

    public async Task<HeldArticleContent?> TryFindAsync(string articleId, CancellationToken ct)
    {
        var document = await _articles.Find(Where.Eq("_id", articleId)).Project(MongoDbArticleDocuments.StateAndArticle).FirstOrDefaultAsync(ct);
        if (document is null)
        {
            return null;
        }

        var state = MongoDbArticleDocuments.ReadState(document);
        return new HeldArticleContent(state, state.Standing == Standing.Visible ? MongoDbArticleDocuments.ReadArticle(document) : null);
    }

    public async Task<IReadOnlyList<ArticleState>> ReadStoredSinceAsync(DateTimeOffset since, StoredPosition? after, int limit, CancellationToken ct)
    {
        var from = (after?.StoredAt ?? since).ToUnixTimeMilliseconds();

        // The first of the two is implied; it is what bounds the walk of the index.
        var filter = Where.Gte("storedAt", from) & (Where.Gt("storedAt", from) | Where.Gt("_id", after?.ArticleId ?? "")) & Where.Gt("revision", 0L);
        return [.. (await _articles.Find(filter).Sort(Builders<BsonDocument>.Sort.Ascending("storedAt").Ascending("_id")).Limit(limit)
            .Project(MongoDbArticleDocuments.State).ToListAsync(ct)).Select(MongoDbArticleDocuments.ReadState)];
    }

    public async Task<HeldArticleContent?> TryFindHeldAsync(string articleId, CancellationToken ct)
    {
        var document = await _articles.Find(Where.Eq("_id", articleId) & Where.Gt("revision", 0L)).Project(MongoDbArticleDocuments.StateAndArticle).FirstOrDefaultAsync(ct);
        return document is null
            ? null
            : new HeldArticleContent(MongoDbArticleDocuments.ReadState(document), document.Contains("head") ? MongoDbArticleDocuments.ReadArticle(document) : null);
    }

    public async Task<IReadOnlyList<ArticleState>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        [.. (await _articles.Find(Where.Lte("releaseAt", now.ToUnixTimeMilliseconds())).Sort(Builders<BsonDocument>.Sort.Ascending("releaseAt")).Limit(limit)
            .Project(MongoDbArticleDocuments.State).ToListAsync(ct)).Select(MongoDbArticleDocuments.ReadState)];

    public async Task<IReadOnlyList<ArticleState>> ShowAsync(IReadOnlyList<ArticleState> due, CancellationToken ct)
    {
        await _articles.WriteEachAsync(
            [.. due.Select(state => new UpdateOneModel<BsonDocument>(Revision(state) & Where.Eq("standing", (int)Standing.Embargoed), Set.Set("standing", (int)Standing.Visible)))],
            ct);
        var held = await ReadAsync([.. due.Select(state => state.ArticleId)], ct);
        return [.. due.Select(state => held[state.ArticleId])];
    }

    public Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct) =>
        _articles.WriteEachAsync([.. released.Select(state => new UpdateOneModel<BsonDocument>(Revision(state), Set.Unset("releaseAt")))], ct);

    private static WriteModel<BsonDocument>? Put(ArticleState? held, IReadOnlyList<ArticleChange> changes)
    {
        var next = changes.Aggregate(held, ArticleState.After)!;
        if (next.Revision == held?.Revision)
        {
            return next.StoryVersion == held.StoryVersion ? null : Move(held, next.StoryId!, next.StoryVersion);
        }

        // The first of its revision is the one that stayed.
        var document = MongoDbArticleDocuments.Write(next, changes.First(change => change.Revision == next.Revision) as ContentChange);
        return held is null ? new InsertOneModel<BsonDocument>(document) : new ReplaceOneModel<BsonDocument>(AsRead(held), document);
    }

    private static WriteModel<BsonDocument>? Join(ArticleState? held, StoryMembership joined)
    {
        if (held is not null)
        {
            return joined.Version > held.StoryVersion ? Move(held, joined.StoryId, joined.Version) : null;
        }

        var awaited = new ArticleState
        {
            ArticleId = joined.ArticleId,
            Revision = 0,
            Standing = Standing.Awaited,
            StoryId = joined.StoryId,
            StoryVersion = joined.Version,
            StoredAt = DateTimeOffset.UnixEpoch,
        };
        return new InsertOneModel<BsonDocument>(MongoDbArticleDocuments.Write(awaited, content: null));
    }

    private static UpdateOneModel<BsonDocument> Move(ArticleState held, string storyId, long version) =>
        new(Where.Eq("_id", held.ArticleId) & Where.Lt("storyVersion", version), Set.Set("storyId", storyId).Set("storyVersion", version));

    private static FilterDefinition<BsonDocument> Revision(ArticleState state) => Where.Eq("_id", state.ArticleId) & Where.Eq("revision", state.Revision);

    private static FilterDefinition<BsonDocument> AsRead(ArticleState held) => Revision(held) & Where.Eq("storyVersion", held.StoryVersion);

    private async Task<IReadOnlyDictionary<string, ArticleState>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _articles.Find(Where.In("_id", ids)).Project(MongoDbArticleDocuments.State).ToListAsync(ct))
            .Select(MongoDbArticleDocuments.ReadState).ToDictionary(state => state.ArticleId);
}
