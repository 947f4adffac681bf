using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Enrichment.Storage.MongoDb;

/// <summary>Held versions in MongoDB, one document a story.</summary>
internal sealed class MongoDbAnnouncementStore(MongoDatabaseContext database) : IAnnouncementStore
{
    private readonly IMongoCollection<BsonDocument> _held = database.Database.GetCollection<BsonDocument>("heldStories");

    public async Task RecordHeldAsync(IReadOnlyList<HeldStory> stories, CancellationToken ct)
    {
        foreach (var story in stories.GroupBy(story => story.StoryId, StringComparer.Ordinal))
        {
            var newest = new BsonDocument("$max", new BsonDocument("version", story.Max(held => held.Version)));
            await _held.UpsertAsync(Builders<BsonDocument>.Filter.Eq("_id", story.Key), newest, ct);
        }
    }

    public async Task<IReadOnlyDictionary<string, long>> ReadHeldAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct) =>
        (await _held.Find(Builders<BsonDocument>.Filter.In("_id", storyIds)).ToListAsync(ct))
            .ToDictionary(held => held["_id"].AsString, held => held["version"].ToInt64(), StringComparer.Ordinal);

    public Task ForgetHeldAsync(CancellationToken ct) => _held.DeleteManyAsync(FilterDefinition<BsonDocument>.Empty, ct);
}
