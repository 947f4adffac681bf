using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>What finds an article stands in its own document; here it is written anew where an older program wrote it.</summary>
internal sealed class MongoDbArticleIndex(MongoDatabaseContext database) : IArticleIndex
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private static readonly ProjectionDefinition<BsonDocument> Content =
        Builders<BsonDocument>.Projection.Include("revision").Include("decisionVersion").Include("indexed").Include("storyId").Include("storyVersion").Include("head").Include("body");

    private static readonly BsonDocument NoLongerWritten = new() { ["words"] = "", ["labels"] = "", ["textStems"] = "" };

    private readonly IMongoCollection<BsonDocument> _articles = MongoDbArticleDocuments.Of(database);

    public async Task<string?> RenewAsync(string? after, int limit, CancellationToken ct)
    {
        var documents = await _articles.Find(Where.Gt("_id", after ?? "") & Where.Exists("head"))
            .Sort(Builders<BsonDocument>.Sort.Ascending("_id")).Limit(limit).Project(Content).ToListAsync(ct);
        await _articles.WriteEachAsync([.. documents.Where(IsOutdated).Select(Renew)], ct);
        return documents.Count < limit ? null : documents[^1]["_id"].AsString;
    }

    private static bool IsOutdated(BsonDocument document) => !document.TryGetValue("indexed", out var version) || version.ToInt32() != IndexedArticle.Version;

    private static UpdateOneModel<BsonDocument> Renew(BsonDocument document)
    {
        var article = MongoDbArticleDocuments.ReadArticle(document);

        // A newer decision on the same revision changes what the article repeats; null stands for the absent field.
        return new UpdateOneModel<BsonDocument>(
            Where.Eq("_id", document["_id"]) & Where.Eq("revision", document["revision"]) & Where.Eq("decisionVersion", document.GetValue("decisionVersion", BsonNull.Value)),
            new BsonDocument { ["$set"] = MongoDbArticleDocuments.IndexOf(article, IndexedArticle.Of(article)), ["$unset"] = NoLongerWritten });
    }
}
