using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Search on the multikey index of stems and the list indexes: first the keys of the page, then the contents of those few.</summary>
internal sealed class MongoDbArticleSearch(MongoDatabaseContext database) : IArticleSearch
{
    private const int CountedArticles = 5_000;

    // Candidates of a phrase checked at a time.
    private const int CheckedCandidates = 200;

    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    private static readonly ProjectionDefinition<BsonDocument> Stems = Builders<BsonDocument>.Projection.Include("titleStems").Include("textStems");

    private readonly IMongoCollection<BsonDocument> _articles = MongoDbArticleDocuments.Of(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        var articles = MongoDbArticleDocuments.Of(database);
        await articles.IndexAsync(ct, "standing", "time", "_id");
        foreach (var field in (string[])["language", "sourceId", "storyId", "labels", "words.stem"])
        {
            await articles.IndexAsync(ct, "standing", field, "time", "_id");
        }
    }

    public async Task<IReadOnlyList<FoundArticle>> FindAsync(ArticleQuery query, CancellationToken ct)
    {
        var keys = await FindKeysAsync(MongoDbArticleSelection.Of(query), query.After, query.Limit, ct);
        var articles = await LoadAsync(keys.Select(key => key.ArticleId), query.WithBody, ct);

        // Withdrawn between the two reads: left out, as if it had never been found.
        return [.. keys.Where(key => articles.ContainsKey(key.ArticleId)).Select(key => new FoundArticle(articles[key.ArticleId], key))];
    }

    public async Task<IReadOnlyDictionary<string, StoryArticles>> ReadStoriesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct)
    {
        // Answered by the index alone, so that counting a long story costs little.
        var members = await _articles.Find(Where.Eq("standing", (int)Standing.Visible) & Where.In("storyId", storyIds.Distinct()))
            .Sort(Builders<BsonDocument>.Sort.Descending("time").Descending("_id"))
            .Project(Builders<BsonDocument>.Projection.Include("storyId")).ToListAsync(ct);
        var stories = members.ToLookup(member => member["storyId"].AsString, member => member["_id"].AsString);
        var articles = await LoadAsync(stories.SelectMany(story => story.Take(perStory)), withBody: false, ct);
        return stories
            .Select(story => (Id: story.Key, Total: story.Count(), Newest: story.Take(perStory).Where(articles.ContainsKey).Select(id => articles[id]).ToList()))
            .Where(story => story.Newest.Count > 0)
            .ToDictionary(story => story.Id, story => new StoryArticles(story.Total, story.Newest));
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StoryPulse>>> ReadPulsesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct)
    {
        var members = await _articles.Find(Where.Eq("standing", (int)Standing.Visible) & Where.In("storyId", storyIds.Distinct()))
            .Sort(Builders<BsonDocument>.Sort.Descending("time").Descending("_id"))
            .Project(Builders<BsonDocument>.Projection.Include("storyId").Include("sourceId").Include("time")).ToListAsync(ct);
        return members
            .GroupBy(member => member["storyId"].AsString)
            .ToDictionary(story => story.Key, IReadOnlyList<StoryPulse> (story) => [.. story.Take(perStory).Select(PulseOf)]);
    }

    public async Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct) =>
        (await FindKeysAsync(MongoDbArticleSelection.Of(query with { Order = ArticleOrder.Time }), after: null, most, ct)).Count;

    public async Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, CancellationToken ct)
    {
        var selection = MongoDbArticleSelection.Of(query with { Order = ArticleOrder.Time });
        var newest = selection.Phrases.Count == 0 ? selection.Newest(CountedArticles) : await NewestHitsAsync(selection, ct);
        var group = new BsonDocument
        {
            ["_id"] = "$entities.key",
            ["name"] = new BsonDocument("$min", "$entities.name"),
            ["type"] = new BsonDocument("$min", "$entities.type"),
            ["articles"] = new BsonDocument("$sum", 1),
        };
        BsonDocument[] count =
        [
            new("$project", new BsonDocument("entities", 1)),
            new("$unwind", "$entities"),
            new("$group", group),
            new("$sort", new BsonDocument { ["articles"] = -1, ["_id"] = 1 }),
            new("$limit", query.Limit),
        ];
        using var cursor = await _articles.AggregateAsync(PipelineDefinition<BsonDocument, BsonDocument>.Create([.. newest, .. count]), cancellationToken: ct);
        var counted = await cursor.ToListAsync(ct);
        return [.. counted.Select(entity => new EntityCount(entity["name"].AsString, entity["type"].AsString, entity["articles"].ToInt32()))];
    }

    private static StoryPulse PulseOf(BsonDocument member) => new(member["sourceId"].AsString, DateTimeOffset.FromUnixTimeMilliseconds(member["time"].ToInt64()));

    private async Task<BsonDocument[]> NewestHitsAsync(MongoDbArticleSelection selection, CancellationToken ct)
    {
        var keys = await FindKeysAsync(selection, after: null, CountedArticles, ct);
        return [new BsonDocument("$match", new BsonDocument("_id", new BsonDocument("$in", new BsonArray(keys.Select(key => key.ArticleId)))))];
    }

    private async Task<IReadOnlyList<PageKey>> FindKeysAsync(MongoDbArticleSelection selection, PageKey? after, int limit, CancellationToken ct)
    {
        var checks = selection.Phrases.Count > 0;
        var stages = selection.InOrder(after).Concat(checks ? [] : [new BsonDocument("$limit", limit)]);
        var options = new AggregateOptions { BatchSize = checks ? CheckedCandidates : limit, AllowDiskUse = true };
        using var candidates = await _articles.AggregateAsync(PipelineDefinition<BsonDocument, BsonDocument>.Create(stages), options, ct);
        var keys = new List<PageKey>();
        while (keys.Count < limit && await candidates.MoveNextAsync(ct))
        {
            var batch = candidates.Current.Select(candidate => new PageKey(candidate["rank"].ToDouble(), candidate["_id"].AsString)).ToList();
            keys.AddRange(checks ? await KeepHitsAsync(selection, batch, ct) : batch);
        }

        return keys.Count > limit ? keys[..limit] : keys;
    }

    private async Task<IEnumerable<PageKey>> KeepHitsAsync(MongoDbArticleSelection selection, IReadOnlyList<PageKey> candidates, CancellationToken ct)
    {
        var documents = await ShownAmong(candidates.Select(key => key.ArticleId)).Project(Stems).ToListAsync(ct);
        var hits = documents
            .Where(document => selection.Phrases.All(clause => MongoDbSearchWords.Holds(clause, document["titleStems"].AsString, document["textStems"].AsString)))
            .Select(document => document["_id"].AsString)
            .ToHashSet();
        return candidates.Where(key => hits.Contains(key.ArticleId));
    }

    private async Task<IReadOnlyDictionary<string, PublishedArticle>> LoadAsync(IEnumerable<string> ids, bool withBody, CancellationToken ct) =>
        (await ShownAmong(ids).Project(MongoDbArticleDocuments.Article(withBody)).ToListAsync(ct))
            .ToDictionary(document => document["_id"].AsString, MongoDbArticleDocuments.ReadArticle);

    private IFindFluent<BsonDocument, BsonDocument> ShownAmong(IEnumerable<string> ids) => _articles.Find(Where.In("_id", ids) & Where.Eq("standing", (int)Standing.Visible));
}
