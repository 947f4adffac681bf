using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Search on the multikey index of terms in the order of time (<see cref="MongoDbTerms"/>); what the terms do not tell is checked on candidates in batches.</summary>
internal sealed class MongoDbArticleSearch(MongoDatabaseContext database) : IArticleSearch
{
    // Candidates of a phrase checked at a time.
    private const int CheckedCandidates = 200;

    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private static readonly ProjectionDefinition<BsonDocument> Indexed =
        Builders<BsonDocument>.Projection.Include("terms").Include("titleStems").Include("descriptionStems").Include("contentStems");

    private readonly IMongoCollection<BsonDocument> _articles = MongoDbArticleDocuments.Of(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        var articles = MongoDbArticleDocuments.Of(database);
        await articles.IndexAsync(ct, "standing", "key", "_id");
        await articles.IndexAsync(ct, "standing", "terms", "key", "_id");
        await articles.IndexAsync(ct, "standing", "storyId", "time", "_id");
        await articles.IndexAsync(ct, "standing", "storyId", "title");
    }

    public async Task<IReadOnlyList<Hit>> ReadHitsAsync(HitQuery query, int limit, IReadOnlyList<TextClause> scored, CancellationToken ct)
    {
        var hits = (await FindAsync(MongoDbHitSelection.Of(query), limit, ct)).ConvertAll(ReadHit);
        if (scored.Count == 0)
        {
            return hits;
        }

        var indexed = await ReadIndexedAsync(hits, scored, ct);
        return [.. hits
            .Where(hit => indexed.ContainsKey(hit.Place.ArticleId))
            .Select(hit => hit with { Fields = [.. scored.Select(clause => MongoDbTerms.Fields(clause, indexed[hit.Place.ArticleId]))] })];
    }

    public async Task<IReadOnlyList<HitFacts>> ReadFactsAsync(HitQuery query, int limit, CancellationToken ct) =>
        (await FindAsync(MongoDbHitSelection.Of(query), limit, ct)).ConvertAll(ReadFacts);

    public async Task<IReadOnlyList<PublishedArticle>> LoadAsync(IReadOnlyList<string> articleIds, bool withBody, CancellationToken ct)
    {
        var articles = await LoadAsync((IEnumerable<string>)articleIds, withBody, ct);
        return [.. articleIds.Where(articles.ContainsKey).Select(id => articles[id])];
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

    public async Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct) => (await FindAsync(MongoDbHitSelection.Of(HitQuery.Of(query)), most, ct)).Count;

    public async Task<IReadOnlyDictionary<string, int>> CountEachAsync(ArticleQuery query, IReadOnlyCollection<string> labels, int most, CancellationToken ct)
    {
        var counts = labels.ToDictionary(label => label, _ => 0);
        if (labels.Count == 0)
        {
            return counts;
        }

        var selection = MongoDbHitSelection.Of(HitQuery.Of(query.Bearing([.. labels])));
        if (selection.Check is not null)
        {
            // What the server cannot tell is checked here, on no more hits of each than count.
            foreach (var label in labels)
            {
                counts[label] = await CountAsync(query.Bearing(label), most, ct);
            }

            return counts;
        }

        BsonDocument[] stages =
        [
            new("$match", selection.Conditions),
            new("$project", new BsonDocument("terms", TermsAmong(labels))),
            new("$unwind", "$terms"),
            new("$group", new BsonDocument { ["_id"] = "$terms", ["articles"] = new BsonDocument("$sum", 1) }),
        ];
        using var cursor = await _articles.AggregateAsync(PipelineDefinition<BsonDocument, BsonDocument>.Create(stages), cancellationToken: ct);
        foreach (var label in await cursor.ToListAsync(ct))
        {
            counts[label["_id"].AsString] = Math.Min(most, label["articles"].ToInt32());
        }

        return counts;
    }

    public async Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, int articles, CancellationToken ct)
    {
        var selection = MongoDbHitSelection.Of(HitQuery.Of(query));
        var newest = selection.Check is null ? selection.Newest(articles) : await NewestHitsAsync(selection, articles, ct);
        var group = new BsonDocument
        {
            ["_id"] = "$entities.key",
            ["name"] = new BsonDocument("$first", "$entities.name"),
            ["type"] = new BsonDocument("$first", "$entities.type"),
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

    private static Hit ReadHit(BsonDocument document) => new(PlaceOf(document), document["isDuplicate"].AsBoolean, []);

    private static HitFacts ReadFacts(BsonDocument document) => new(
        PlaceOf(document),
        document["sourceId"].AsString,
        document["language"].AsString,
        document["section"] is BsonString section ? section.AsString : null);

    private static HitPlace PlaceOf(BsonDocument document) => new(document["key"].ToInt64(), document["_id"].AsString);

    // Those of an article's terms that are among the given ones.
    private static BsonDocument TermsAmong(IEnumerable<string> terms) => new("$filter", new BsonDocument
    {
        ["input"] = "$terms",
        ["as"] = "term",
        ["cond"] = new BsonDocument("$in", new BsonArray { "$$term", new BsonDocument("$literal", new BsonArray(terms)) }),
    });

    private static MongoDbIndexed ReadIndexed(BsonDocument document) => new(
        document["terms"].AsBsonArray.Select(term => term.AsString).ToHashSet(StringComparer.Ordinal),
        document.GetValue("titleStems", "").AsString,
        document.GetValue("descriptionStems", "").AsString,
        document.GetValue("contentStems", "").AsString);

    private async Task<BsonDocument[]> NewestHitsAsync(MongoDbHitSelection selection, int articles, CancellationToken ct)
    {
        var hits = await FindAsync(selection, articles, ct);
        return [new BsonDocument("$match", new BsonDocument("_id", new BsonDocument("$in", new BsonArray(hits.Select(hit => hit["_id"].AsString))))), selection.Order];
    }

    private async Task<List<BsonDocument>> FindAsync(MongoDbHitSelection selection, int limit, CancellationToken ct)
    {
        var stages = selection.Candidates(selection.Check is null ? limit : null);
        var options = new AggregateOptions { BatchSize = selection.Check is null ? limit : CheckedCandidates };
        using var candidates = await _articles.AggregateAsync(PipelineDefinition<BsonDocument, BsonDocument>.Create(stages), options, ct);
        var hits = new List<BsonDocument>();
        while (hits.Count < limit && await candidates.MoveNextAsync(ct))
        {
            hits.AddRange(selection.Check is { } check ? await KeepHitsAsync(check, [.. candidates.Current], ct) : candidates.Current);
        }

        return hits.Count > limit ? hits[..limit] : hits;
    }

    private async Task<IEnumerable<BsonDocument>> KeepHitsAsync(SearchExpression check, IReadOnlyList<BsonDocument> candidates, CancellationToken ct)
    {
        var documents = await ShownAmong(candidates.Select(candidate => candidate["_id"].AsString)).Project(Indexed).ToListAsync(ct);
        var hits = documents.Where(document => MongoDbTerms.Holds(check, ReadIndexed(document))).Select(document => document["_id"].AsString).ToHashSet();
        return candidates.Where(candidate => hits.Contains(candidate["_id"].AsString));
    }

    private async Task<IReadOnlyDictionary<string, MongoDbIndexed>> ReadIndexedAsync(IReadOnlyList<Hit> hits, IReadOnlyList<TextClause> scored, CancellationToken ct)
    {
        var fields = new BsonDocument("terms", TermsAmong(scored.SelectMany(MongoDbTerms.Telling).Distinct()));
        foreach (var sequence in scored.Any(clause => !MongoDbTerms.TellAll(clause)) ? (string[])["titleStems", "descriptionStems", "contentStems"] : [])
        {
            fields[sequence] = 1;
        }

        BsonDocument[] stages =
        [
            new("$match", new BsonDocument { ["_id"] = new BsonDocument("$in", new BsonArray(hits.Select(hit => hit.Place.ArticleId))), ["standing"] = (int)Standing.Visible }),
            new("$project", fields),
        ];
        using var cursor = await _articles.AggregateAsync(PipelineDefinition<BsonDocument, BsonDocument>.Create(stages), cancellationToken: ct);
        return (await cursor.ToListAsync(ct)).ToDictionary(document => document["_id"].AsString, ReadIndexed);
    }

    private async Task<IReadOnlyDictionary<string, PublishedArticle>> LoadAsync(IEnumerable<string> ids, bool withBody, CancellationToken ct) =>
        (await _articles.NameShownAsync([.. (await ShownAmong(ids).Project(MongoDbArticleDocuments.Article(withBody)).ToListAsync(ct)).Select(MongoDbArticleDocuments.ReadArticle)], ct))
            .ToDictionary(article => article.ArticleId);

    private IFindFluent<BsonDocument, BsonDocument> ShownAmong(IEnumerable<string> ids) => _articles.Find(Where.In("_id", ids) & Where.Eq("standing", (int)Standing.Visible));
}
