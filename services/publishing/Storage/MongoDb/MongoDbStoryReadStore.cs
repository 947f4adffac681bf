using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Stories in MongoDB; a batch is one bulk write, each story of it atomic for itself.</summary>
internal sealed class MongoDbStoryReadStore(MongoDatabaseContext database) : IStoryReadStore
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _stories = Collection(database);

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

        var document = new BsonDocument
        {
            ["_id"] = story.StoryId,
            ["version"] = story.Version,
            ["language"] = story.Language,
            ["changedAt"] = story.ChangedAt.ToUnixTimeMilliseconds(),
            ["listed"] = !story.Emptied,
            ["document"] = JsonSerializer.Serialize(story, JsonDefaults.Options),
        };
        return held is null
            ? new InsertOneModel<BsonDocument>(document)
            : new ReplaceOneModel<BsonDocument>(Where.Eq("_id", story.StoryId) & Where.Lt("version", story.Version), document);
    }

    private static PublishedStory Read(BsonDocument document) => JsonSerializer.Deserialize<PublishedStory>(document["document"].AsString, JsonDefaults.Options)!;

    private async Task<IReadOnlyDictionary<string, PublishedStory>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await _stories.Find(Where.In("_id", ids)).ToListAsync(ct)).Select(Read).ToDictionary(story => story.StoryId);
}
