using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Stories in MongoDB; a batch is one bulk write, each story of it atomic for itself.</summary>
internal sealed class MongoDbStoryReadStore(MongoDatabaseContext database) : IStoryReadStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private static readonly ProjectionDefinition<BsonDocument> MemberFields = Builders<BsonDocument>.Projection.Include("storyId").Include("title");

    private readonly IMongoCollection<BsonDocument> _stories = Collection(database);
    private readonly IMongoCollection<BsonDocument> _articles = MongoDbArticleDocuments.Of(database);

    public static async Task CreateIndexesAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        await Collection(database).IndexAsync(ct, "listed", "changedAt", "_id");
        await Collection(database).IndexAsync(ct, "listed", "language", "changedAt", "_id");
    }

    public async Task<IReadOnlyList<PublishedStory>> PutNewerAsync(IReadOnlyList<PublishedStory> stories, CancellationToken ct)
    {
        var newest = stories.GroupBy(story => story.StoryId).Select(story => story.MaxBy(version => version.Version)!).ToList();
        var ids = newest.ConvertAll(story => story.StoryId);
        var held = await _stories.WriteNewerAsync(
            () => ReadAsync(ids, ct),
            versions => newest.Select(story => Put(versions.GetValueOrDefault(story.StoryId), story)).OfType<WriteModel<BsonDocument>>(),
            ct);
        return [.. stories.Select(story => held[story.StoryId])];
    }

    public async Task<IReadOnlyDictionary<string, string>> ReadTitlesAsync(IReadOnlyCollection<PublishedStory> stories, CancellationToken ct)
    {
        var announced = stories.ToDictionary(story => story.StoryId, story => story.Title);
        var bearers = await _articles
            .Find(Where.Eq("standing", (int)Standing.Visible) & Where.In("storyId", announced.Keys) & Where.In("title", announced.Values.Distinct()))
            .Project(MemberFields).ToListAsync(ct);
        var titles = bearers.Where(member => announced[member["storyId"].AsString] == member["title"].AsString)
            .Select(member => member["storyId"].AsString).Distinct().ToDictionary(id => id, id => announced[id]);
        foreach (var id in announced.Keys.Where(id => !titles.ContainsKey(id)))
        {
            var first = await _articles.Find(Where.Eq("standing", (int)Standing.Visible) & Where.Eq("storyId", id))
                .Sort(Builders<BsonDocument>.Sort.Ascending("time").Ascending("_id")).Project(MemberFields).Limit(1).FirstOrDefaultAsync(ct);
            if (first is not null)
            {
                titles[id] = first["title"].AsString;
            }
        }

        return titles;
    }

    public async Task<IReadOnlyList<StoryShowing>> ReadShowingsAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct) =>
        [.. (await _stories.Find(Where.In("_id", storyIds)).ToListAsync(ct)).Select(ReadShowing)];

    public async Task<IReadOnlyList<string>> ShowAsync(IReadOnlyList<StoryShowing> showings, CancellationToken ct)
    {
        var lost = new List<string>();
        foreach (var showing in showings)
        {
            var before = showing.Version == 1 ? Where.Exists("shownVersion", false) : Where.Eq("shownVersion", showing.Version - 1);
            var update = Builders<BsonDocument>.Update.Set("shownVersion", showing.Version).Set("shown", JsonSerializer.Serialize(showing.Shown, JsonDefaults.Options));
            var result = await _stories.UpdateOneAsync(Where.Eq("_id", showing.Story.StoryId) & before, update, cancellationToken: ct);
            if (result.MatchedCount == 0)
            {
                lost.Add(showing.Story.StoryId);
            }
        }

        return lost;
    }

    public Task SettleAsync(IReadOnlyList<StoryShowing> told, CancellationToken ct) => _stories.WriteEachAsync(
        [.. told.Select(showing => new UpdateOneModel<BsonDocument>(Where.Eq("_id", showing.Story.StoryId), Builders<BsonDocument>.Update.Max("toldVersion", showing.Version)))],
        ct);

    public Task TouchAsync(IReadOnlyCollection<string> storyIds, DateTimeOffset changedAt, CancellationToken ct) =>
        _stories.UpdateManyAsync(Where.In("_id", storyIds), Builders<BsonDocument>.Update.Max("changedAt", changedAt.ToUnixTimeMilliseconds()), cancellationToken: ct);

    public async Task<PublishedStory?> TryFindAsync(string storyId, CancellationToken ct) =>
        await _stories.Find(Where.Eq("_id", storyId)).FirstOrDefaultAsync(ct) is { } document ? Read(document) : null;

    public async Task<IReadOnlyList<PublishedStory>> ListAsync(StoryQuery query, CancellationToken ct)
    {
        var filter = Where.Eq("listed", true);
        if (query.Language is not null)
        {
            filter &= Where.Eq("language", query.Language);
        }

        if (query.After is { } after)
        {
            // The first of the two is implied; it is what bounds the walk of the index.
            var time = after.ChangedAt.ToUnixTimeMilliseconds();
            filter &= Where.Lte("changedAt", time) & (Where.Lt("changedAt", time) | Where.Lt("_id", after.StoryId));
        }

        var documents = await _stories.Find(filter).Sort(Builders<BsonDocument>.Sort.Descending("changedAt").Descending("_id")).Limit(query.Limit).ToListAsync(ct);
        return [.. documents.Select(Read)];
    }

    private static IMongoCollection<BsonDocument> Collection(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("stories");

    private static WriteModel<BsonDocument>? Put(PublishedStory? held, PublishedStory story)
    {
        if (held?.Version >= story.Version)
        {
            return null;
        }

        var announced = new BsonDocument
        {
            ["version"] = story.Version,
            ["language"] = story.Language,
            ["listed"] = !story.Emptied,
            ["document"] = JsonSerializer.Serialize(story, JsonDefaults.Options),
        };
        var changed = new BsonDocument("changedAt", story.ChangedAt.ToUnixTimeMilliseconds());
        return held is null
            ? new InsertOneModel<BsonDocument>(new BsonDocument("_id", story.StoryId).Merge(changed).Merge(announced))
            : new UpdateOneModel<BsonDocument>(Where.Eq("_id", story.StoryId) & Where.Lt("version", story.Version), new BsonDocument { ["$set"] = announced, ["$max"] = changed });
    }

    private static StoryShowing ReadShowing(BsonDocument document) => new(
        Read(document),
        document.GetValue("shownVersion", 0L).ToInt64(),
        document.TryGetValue("shown", out var shown) ? JsonSerializer.Deserialize<ShownStory>(shown.AsString, JsonDefaults.Options) : null,
        document.GetValue("toldVersion", 0L).ToInt64());

    private static PublishedStory Read(BsonDocument document) =>
        JsonSerializer.Deserialize<PublishedStory>(document["document"].AsString, JsonDefaults.Options)! with { ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(document["changedAt"].ToInt64()) };

    private async Task<IReadOnlyDictionary<string, PublishedStory>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _stories.Find(Where.In("_id", ids)).ToListAsync(ct)).Select(Read).ToDictionary(story => story.StoryId);
}
