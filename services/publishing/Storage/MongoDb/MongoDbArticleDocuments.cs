using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>One article as one document: its state, its content and what it is found by, so that a write needs no more than one document's atomicity. May be sharded by <c>_id</c>.</summary>
internal static class MongoDbArticleDocuments
{
    private static readonly string[] StateFields =
        ["revision", "standing", "storyId", "storyVersion", "analyzedAt", "assignedAt", "storedAt", "releaseAt", "withdrawnAt", "reason"];

    public static ProjectionDefinition<BsonDocument> State { get; } = Fields(StateFields);

    public static ProjectionDefinition<BsonDocument> StateAndArticle { get; } = Fields([.. StateFields, "head", "body"]);

    public static IMongoCollection<BsonDocument> Of(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("articles");

    public static ProjectionDefinition<BsonDocument> Article(bool withBody) => withBody ? Fields("storyId", "storyVersion", "head", "body") : Fields("storyId", "storyVersion", "head");

    /// <summary>The whole document of a state; a content comes with what it is found by.</summary>
    public static BsonDocument Write(ArticleState state, ContentChange? content)
    {
        var document = new BsonDocument
        {
            { "_id", state.ArticleId },
            { "revision", state.Revision },
            { "standing", (int)state.Standing },
            { "storyId", state.StoryId, state.StoryId is not null },
            { "storyVersion", state.StoryVersion },
            { "storedAt", state.StoredAt.ToUnixTimeMilliseconds() },
            { "reason", state.WithdrawalReason, state.WithdrawalReason is not null },
        };
        AddTime(document, "analyzedAt", state.AnalyzedAt);
        AddTime(document, "assignedAt", state.AssignedAt);
        AddTime(document, "releaseAt", state.ReleaseAt);
        AddTime(document, "withdrawnAt", state.WithdrawnAt);
        return content is null ? document : document.Merge(ContentOf(content));
    }

    public static ArticleState ReadState(BsonDocument document) => new()
    {
        ArticleId = document["_id"].AsString,
        Revision = document["revision"].ToInt64(),
        Standing = (Standing)document["standing"].ToInt32(),
        StoryId = Text(document, "storyId"),
        StoryVersion = document["storyVersion"].ToInt64(),
        AnalyzedAt = Time(document, "analyzedAt"),
        AssignedAt = Time(document, "assignedAt"),
        StoredAt = Time(document, "storedAt")!.Value,
        ReleaseAt = Time(document, "releaseAt"),
        WithdrawnAt = Time(document, "withdrawnAt"),
        WithdrawalReason = Text(document, "reason"),
    };

    /// <summary>The article of a document read with <see cref="Article"/>.</summary>
    public static PublishedArticle ReadArticle(BsonDocument document)
    {
        var head = JsonSerializer.Deserialize<PublishedArticle>(document["head"].AsString, JsonDefaults.Options)!;
        var body = Text(document, "body") is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ArticleBlock>>(json, JsonDefaults.Options)! : [];
        return head with { StoryId = Text(document, "storyId"), StoryVersion = document["storyVersion"].ToInt64(), Content = head.Content with { Body = body } };
    }

    private static BsonDocument ContentOf(ContentChange change)
    {
        var article = change.Article;
        var labels = ArticleLabels.Of(article).ToList();
        return new BsonDocument
        {
            ["language"] = article.Analysis.Language,
            ["sourceId"] = article.Content.Source.Id,
            ["time"] = article.Time.ToUnixTimeMilliseconds(),
            ["labels"] = new BsonArray(labels.Select(label => label.Key)),
            ["entities"] = new BsonArray(labels.Where(label => label.Type is not null).Select(label => new BsonDocument { ["key"] = label.Key, ["name"] = label.Name, ["type"] = label.Type })),
            ["words"] = MongoDbSearchWords.Weigh(change.Terms),
            ["titleStems"] = MongoDbSearchWords.Sequence(change.Terms.Title),
            ["textStems"] = MongoDbSearchWords.Sequence(change.Terms.Text),
            ["head"] = JsonSerializer.Serialize(article with { Content = article.Content with { Body = [] } }, JsonDefaults.Options),
            ["body"] = JsonSerializer.Serialize(article.Content.Body, JsonDefaults.Options),
        };
    }

    private static ProjectionDefinition<BsonDocument> Fields(params string[] fields) => new BsonDocument(fields.Select(field => new BsonElement(field, 1)));

    private static void AddTime(BsonDocument document, string field, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            document[field] = value.ToUnixTimeMilliseconds();
        }
    }

    private static string? Text(BsonDocument document, string field) => document.TryGetValue(field, out var value) ? value.AsString : null;

    private static DateTimeOffset? Time(BsonDocument document, string field) =>
        document.TryGetValue(field, out var value) ? DateTimeOffset.FromUnixTimeMilliseconds(value.ToInt64()) : null;
}
