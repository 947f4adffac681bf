using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>Brings a database forward in which articles under embargo stood among the others (with standing 2) and documents had no title. May be applied again.</summary>
internal static class MongoDbEmbargoApart
{
    private const int Embargoed = 2;

    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    public static async Task ApplyAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        var articles = MongoDbArticleDocuments.Of(database);
        await articles.IndexAsync(ct, "standing", "storyId", "title");
        using var older = await articles.Find(Where.Eq("standing", Embargoed) | (Where.Eq("standing", (int)Standing.Visible) & Where.Exists("title", false)))
            .Project(MongoDbArticleDocuments.StateAndArticle).ToCursorAsync(ct);
        while (await older.MoveNextAsync(ct))
        {
            await articles.WriteEachAsync([.. older.Current.Select(Bring)], ct);
        }
    }

    private static UpdateOneModel<BsonDocument> Bring(BsonDocument document) => new(
        Where.Eq("_id", document["_id"]) & Where.Eq("revision", document["revision"]) & Where.Eq("standing", document["standing"]),
        document["standing"].ToInt32() == Embargoed
            ? SetApart(document)
            : Builders<BsonDocument>.Update.Set("title", JsonSerializer.Deserialize<PublishedArticle>(document["head"].AsString, JsonDefaults.Options)!.Content.Title));

    private static UpdateDefinition<BsonDocument> SetApart(BsonDocument document)
    {
        var held = MongoDbArticleDocuments.ReadState(document);
        return MongoDbArticleDocuments.Change(
            held, held with { Revision = 0, Standing = Standing.Awaited, PendingRevision = held.Revision }, shown: null, MongoDbArticleDocuments.ReadArticle(document));
    }
}
