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
    private static readonly FilterDefinition<BsonDocument> Held = Where.Gt("revision", 0L) | Where.Exists("pendingRevision");

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
            async () =>
            {
                var states = await ReadAsync(ids, ct);
                return (States: states, Decided: await ReadDecidedAsync(states, changes, ct));
            },
            held => ofArticles.Select(article => Put(held.States.GetValueOrDefault(article.Key), held.Decided.GetValueOrDefault(article.Key), [.. article])).OfType<WriteModel<BsonDocument>>(),
            ct);
        return [.. changes.Select(change => held.States[change.ArticleId])];
    }

    public async Task<IReadOnlyList<ArticleState>> JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct)
    {
        var newest = memberships.GroupBy(joined => joined.ArticleId).Select(article => article.MaxBy(joined => joined.Version)!).ToList();
        var ids = newest.ConvertAll(joined => joined.ArticleId);
        var held = await _articles.WriteNewerAsync(
            () => ReadAsync(ids, ct),
            states => newest.Select(joined => Join(states.GetValueOrDefault(joined.ArticleId), joined)).OfType<WriteModel<BsonDocument>>(),
            ct);
        return [.. memberships.Select(joined => held[joined.ArticleId])];
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
        return new HeldArticleContent(state, await ReadShownAsync(state, document, ct));
    }

    public async Task<IReadOnlyList<ArticleState>> ReadStoredSinceAsync(DateTimeOffset since, StoredPosition? after, int limit, CancellationToken ct)
    {
        var from = (after?.StoredAt ?? since).ToUnixTimeMilliseconds();

        // The first of the two is implied; it is what bounds the walk of the index.
        var filter = Where.Gte("storedAt", from) & (Where.Gt("storedAt", from) | Where.Gt("_id", after?.ArticleId ?? "")) & Held;
        return [.. (await _articles.Find(filter).Sort(Builders<BsonDocument>.Sort.Ascending("storedAt").Ascending("_id")).Limit(limit)
            .Project(MongoDbArticleDocuments.State).ToListAsync(ct)).Select(MongoDbArticleDocuments.ReadState)];
    }

    public async Task<HeldArticleContent?> TryFindHeldAsync(string articleId, CancellationToken ct)
    {
        var document = await _articles.Find(Where.Eq("_id", articleId) & Held).Project(MongoDbArticleDocuments.StateAndContents).FirstOrDefaultAsync(ct);
        if (document is null)
        {
            return null;
        }

        var state = MongoDbArticleDocuments.ReadState(document);
        return new HeldArticleContent(state, MongoDbArticleDocuments.ReadPending(document) ?? await ReadShownAsync(state, document, ct));
    }

    public async Task<IReadOnlyList<ArticleState>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        [.. (await _articles.Find(Where.Lte("releaseAt", now.ToUnixTimeMilliseconds())).Sort(Builders<BsonDocument>.Sort.Ascending("releaseAt")).Limit(limit)
            .Project(MongoDbArticleDocuments.State).ToListAsync(ct)).Select(MongoDbArticleDocuments.ReadState)];

    public async Task<IReadOnlyList<ArticleState>> ShowAsync(IReadOnlyList<ArticleState> due, CancellationToken ct)
    {
        var ids = due.Select(state => state.ArticleId).ToList();
        var documents = await _articles.Find(Where.In("_id", ids)).Project(MongoDbArticleDocuments.StateAndPending).ToListAsync(ct);
        var asked = due.ToDictionary(state => state.ArticleId, state => state.PendingRevision);
        await _articles.WriteEachAsync([.. documents.Where(document => asked[document["_id"].AsString] is not null).Select(document => Show(document, asked)).OfType<WriteModel<BsonDocument>>()], ct);
        var held = await ReadAsync(ids, ct);
        return [.. due.Select(state => held[state.ArticleId])];
    }

    public Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct) => _articles.WriteEachAsync(
        [.. released.Where(state => state.PendingRevision is null).Select(state => new UpdateOneModel<BsonDocument>(AsShown(state), Set.Unset("releaseAt")))],
        ct);

    private static WriteModel<BsonDocument>? Put(ArticleState? held, PublishedArticle? article, IReadOnlyList<ArticleChange> changes)
    {
        var next = changes.Aggregate(held, ArticleState.After)!.LeftSince(held?.StoryId);
        if (next == held)
        {
            return null;
        }

        // The first of its revision is the one that stayed, with the newest decision.
        var contents = changes.OfType<ContentChange>().ToList();
        var ofShown = next.Standing == Standing.Visible ? contents.FindAll(change => !change.IsEmbargoed && change.Revision == next.Revision) : [];
        var decided = ofShown.Find(change => change.Article.StoryVersion == next.DecisionVersion);
        var first = article ?? ofShown.FirstOrDefault()?.Article;
        var shown = decided is null || first is null ? null : ArticleChanges.OfHeld(first.DecidedAs(decided.Article));
        var pending = contents.Find(change => change.IsEmbargoed && change.Revision == next.PendingRevision && change.Article.StoryVersion == next.PendingDecisionVersion)?.Article;
        return held is null
            ? new InsertOneModel<BsonDocument>(MongoDbArticleDocuments.Write(next, shown, pending))
            : new UpdateOneModel<BsonDocument>(AsRead(held), MongoDbArticleDocuments.Change(held, next, shown, pending));
    }

    private static UpdateOneModel<BsonDocument>? Show(BsonDocument document, Dictionary<string, long?> asked)
    {
        var held = MongoDbArticleDocuments.ReadState(document);
        if (held.PendingRevision != asked[held.ArticleId])
        {
            return null;
        }

        var article = MongoDbArticleDocuments.ReadPending(document)!;
        return new UpdateOneModel<BsonDocument>(AsRead(held), MongoDbArticleDocuments.Change(held, held.Release(article), ArticleChanges.OfHeld(article), pending: null));
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
        return new InsertOneModel<BsonDocument>(MongoDbArticleDocuments.Write(awaited, shown: null, pending: null));
    }

    // Bound to the decision that was read, so that the story left is the one that it stood in.
    private static UpdateOneModel<BsonDocument> Move(ArticleState held, string storyId, long version)
    {
        var moved = held.Move(storyId, version);
        var update = Set.Set("storyId", moved.StoryId).Set("storyVersion", moved.StoryVersion);
        return new(
            Where.Eq("_id", held.ArticleId) & Where.Eq("storyVersion", held.StoryVersion),
            moved.LeftStoryId is null ? update : update.Set("leftStoryId", moved.LeftStoryId));
    }

    private static FilterDefinition<BsonDocument> Revision(ArticleState state) => Where.Eq("_id", state.ArticleId) & Where.Eq("revision", state.Revision);

    private static FilterDefinition<BsonDocument> AsShown(ArticleState held) => Revision(held) & Where.Exists("pendingRevision", false);

    private static FilterDefinition<BsonDocument> AsRead(ArticleState held) =>
        (held.PendingRevision is { } pending ? Revision(held) & Where.Eq("pendingRevision", pending) : AsShown(held)) & Where.Eq("storyVersion", held.StoryVersion)
        & Decision("decisionVersion", held.DecisionVersion) & Decision("pendingDecision", held.PendingDecisionVersion);

    private static FilterDefinition<BsonDocument> Decision(string field, long version) => version > 0 ? Where.Eq(field, version) : Where.Exists(field, false);

    private async Task<PublishedArticle?> ReadShownAsync(ArticleState state, BsonDocument document, CancellationToken ct) =>
        state.Standing == Standing.Visible && await _articles.NameShownAsync([MongoDbArticleDocuments.ReadArticle(document)], ct) is [var article] ? article : null;

    // The contents that stay under a newer decision. A write is bound to the state, so one of them that changes meanwhile is read again.
    private async Task<IReadOnlyDictionary<string, PublishedArticle>> ReadDecidedAsync(IReadOnlyDictionary<string, ArticleState> states, IReadOnlyList<ArticleChange> changes, CancellationToken ct)
    {
        var ids = changes.Where(change => states.TryGetValue(change.ArticleId, out var held) && held.IsDecidedAnewBy(change)).Select(change => change.ArticleId).Distinct().ToList();
        var documents = ids.Count == 0
            ? []
            : await _articles.Find(Where.In("_id", ids) & Where.Exists("head")).Project(MongoDbArticleDocuments.StateAndArticle).ToListAsync(ct);
        return documents.Select(MongoDbArticleDocuments.ReadArticle).ToDictionary(article => article.ArticleId);
    }

    private async Task<IReadOnlyDictionary<string, ArticleState>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _articles.Find(Where.In("_id", ids)).Project(MongoDbArticleDocuments.State).ToListAsync(ct))
            .Select(MongoDbArticleDocuments.ReadState).ToDictionary(state => state.ArticleId);
}
