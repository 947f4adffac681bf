using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Storage.MongoDb;
using NewsPlatform.Ingestion.Tests.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Ingestion.Tests.HealRestore.MongoDb;

public sealed class MongoDbAnsweredArticleStoreTests : AnsweredArticleStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    [Fact]
    public async Task What_the_first_version_closed_comes_first_since_nobody_knows_when_it_was_answered()
    {
        var context = await _database.OpenIndexedAsync();
        var store = new MongoDbArticleStore(context);
        await SaveAsync(store, Closed("old-1", 0), Closed("old-2", 0), Closed("new", 5));
        await context.Database.GetCollection<BsonDocument>("articles").UpdateManyAsync(
            Builders<BsonDocument>.Filter.In("_id", new[] { "old-1", "old-2" }),
            Builders<BsonDocument>.Update.Unset("answeredAt").Set("record", System.Text.Json.JsonSerializer.Serialize(AnArticle.Row("old-1", ArticleState.Published), Hosting.Http.JsonDefaults.Options)));

        var first = await store.ReadAnsweredAsync(AnArticle.SomeTime, AnArticle.SomeTime.AddHours(1), null, 1, default);
        var rest = await store.ReadAnsweredAsync(AnArticle.SomeTime, AnArticle.SomeTime.AddHours(1), new AnsweredPosition(first[0].AnsweredAt, "old-1"), 10, default);

        Assert.Null(Assert.Single(first).AnsweredAt);
        Assert.Equal(2, rest.Count);
        Assert.Equal("new", rest[1].Id);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal override async Task<(IArticleStore Articles, IAnsweredArticleStore Answered)> CreateAsync()
    {
        var store = new MongoDbArticleStore(await _database.OpenIndexedAsync());
        return (store, store);
    }
}
