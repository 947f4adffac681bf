using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>The articles that others repeat.</summary>
internal static class MongoDbRepeatedArticles
{
    /// <summary>The articles, each without the one that it repeats as long as readers may not know of that.</summary>
    public static async Task<IReadOnlyList<PublishedArticle>> NameShownAsync(this IMongoCollection<BsonDocument> collection, IReadOnlyList<PublishedArticle> articles, CancellationToken ct)
    {
        var repeated = articles.Select(article => article.DuplicateOf).OfType<string>().ToHashSet();
        if (repeated.Count == 0)
        {
            return articles;
        }

        var filter = Builders<BsonDocument>.Filter.In("_id", repeated) & Builders<BsonDocument>.Filter.Eq("standing", (int)Standing.Visible);
        var shown = (await collection.Find(filter).Project(Builders<BsonDocument>.Projection.Include("_id")).ToListAsync(ct)).Select(document => document["_id"].AsString).ToHashSet();
        return [.. articles.Select(article => article.DuplicateOf is { } id && !shown.Contains(id) ? article.WithoutRepeated() : article)];
    }
}
