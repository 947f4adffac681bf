using MongoDB.Bson;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>A question as MongoDB answers it: the pipeline gives the candidates, the newest first. Pure.</summary>
/// <param name="Conditions">What the server compares.</param>
/// <param name="Check">What is to be checked on each candidate, since the server cannot tell; null = every candidate is a hit.</param>
/// <param name="OldestFirst">The order.</param>
internal sealed record MongoDbHitSelection(BsonDocument Conditions, SearchExpression? Check, bool OldestFirst = false)
{
    /// <summary>The stage that sorts hits.</summary>
    public BsonDocument Order => new("$sort", new BsonDocument { ["key"] = OldestFirst ? 1 : -1, ["_id"] = OldestFirst ? 1 : -1 });

    public static MongoDbHitSelection Of(HitQuery query)
    {
        IEnumerable<BsonDocument?> conditions =
        [
            new("standing", (int)Standing.Visible),
            query.Where is null ? null : MongoDbTerms.Candidates(query.Where),
            .. query.InStories.Select(story => new BsonDocument("storyId", story)),
            query.NotInStories.Count == 0 ? null : new BsonDocument("storyId", new BsonDocument("$nin", new BsonArray(query.NotInStories))),
            new("key", new BsonDocument
            {
                ["$gte"] = query is { After: { } before, OldestFirst: true } ? Math.Max(before.Key, query.Oldest) : query.Oldest,
                ["$lte"] = query is { After: { } after, OldestFirst: false } ? Math.Min(after.Key, query.Newest) : query.Newest,
            }),
            query.After is { } place ? Beyond(place, query.OldestFirst) : null,
        ];
        return new MongoDbHitSelection(
            new BsonDocument("$and", new BsonArray(conditions.OfType<BsonDocument>())),
            query.Where is null || MongoDbTerms.TellAll(query.Where) ? null : query.Where,
            query.OldestFirst);
    }

    /// <summary>The stages that give the candidates as far as hits need them; all of them without a limit.</summary>
    public BsonDocument[] Candidates(int? limit)
    {
        var fields = new BsonDocument { ["key"] = 1, ["sourceId"] = 1, ["language"] = 1, ["section"] = 1, ["isDuplicate"] = 1 };
        return limit is { } most
            ? [.. Newest(most), new BsonDocument("$project", fields)]
            : [new BsonDocument("$match", Conditions), Order, new BsonDocument("$project", fields)];
    }

    /// <summary>The stages that give the newest candidates, whole.</summary>
    public BsonDocument[] Newest(int limit) => [new("$match", Conditions), Order, new("$limit", limit)];

    // The bound of the key is implied for one of the two; it is what ends the walk of the index.
    private static BsonDocument Beyond(HitPlace place, bool oldestFirst) => new("$or", new BsonArray
    {
        new BsonDocument("key", new BsonDocument(oldestFirst ? "$gt" : "$lt", place.Key)),
        new BsonDocument("_id", new BsonDocument(oldestFirst ? "$gt" : "$lt", place.ArticleId)),
    });
}
