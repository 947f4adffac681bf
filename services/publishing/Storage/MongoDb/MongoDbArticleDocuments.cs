using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>One article as one document: its state, its content and what it is found by, so that a write needs no more than one document's atomicity. May be sharded by <c>_id</c>.</summary>
internal static class MongoDbArticleDocuments
{
    private static readonly string[] StateFields =
        ["revision", "standing", "storyId", "storyVersion", "analyzedAt", "assignedAt", "storedAt", "releaseAt", "withdrawnAt", "reason", "pendingRevision", "about", "leftStoryId", "decisionVersion", "pendingDecision"];

    private static readonly string[] ContentFields =
        ["language", "sourceId", "time", "title", "indexed", "key", "section", "isDuplicate", "terms", "entities", "titleStems", "descriptionStems", "contentStems", "head", "body"];

    public static ProjectionDefinition<BsonDocument> State { get; } = Fields(StateFields);

    public static ProjectionDefinition<BsonDocument> StateAndArticle { get; } = Fields([.. StateFields, "head", "body"]);

    public static ProjectionDefinition<BsonDocument> StateAndContents { get; } = Fields([.. StateFields, "head", "body", "pending"]);

    public static ProjectionDefinition<BsonDocument> StateAndPending { get; } = Fields([.. StateFields, "pending"]);

    public static IMongoCollection<BsonDocument> Of(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>("articles");

    public static ProjectionDefinition<BsonDocument> Article(bool withBody) => withBody ? Fields("storyId", "storyVersion", "head", "body") : Fields("storyId", "storyVersion", "head");

    /// <summary>The document of an article never heard of.</summary>
    /// <param name="state">What is held of it now.</param>
    /// <param name="shown">The content that readers see.</param>
    /// <param name="pending">The content under embargo.</param>
    public static BsonDocument Write(ArticleState state, ContentChange? shown, PublishedArticle? pending) =>
        new BsonDocument("_id", state.ArticleId).Merge(StateOf(state)).Merge(shown is null ? [] : ContentOf(shown)).Merge(pending is null ? [] : PendingOf(pending));

    /// <summary>What turns the document of one state into that of the next; contents that stay are not touched.</summary>
    public static UpdateDefinition<BsonDocument> Change(ArticleState held, ArticleState next, ContentChange? shown, PublishedArticle? pending)
    {
        var (shows, awaits) = (next.ShowsAnew(held), next.AwaitsAnew(held));
        var set = StateOf(next).Merge(shows && shown is not null ? ContentOf(shown) : []).Merge(awaits && pending is not null ? PendingOf(pending) : []);
        var unset = StateFields.Concat(shows ? ContentFields : []).Concat(awaits ? ["pending"] : []).Where(field => !set.Contains(field));
        return new BsonDocument { ["$set"] = set, ["$unset"] = new BsonDocument(unset.Select(field => new BsonElement(field, ""))) };
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
        About = Text(document, "about"),
        LeftStoryId = Text(document, "leftStoryId"),
        PendingRevision = document.TryGetValue("pendingRevision", out var pending) ? pending.ToInt64() : null,
        DecisionVersion = document.GetValue("decisionVersion", 0L).ToInt64(),
        PendingDecisionVersion = document.GetValue("pendingDecision", 0L).ToInt64(),
    };

    /// <summary>The article of a document read with <see cref="Article"/>.</summary>
    public static PublishedArticle ReadArticle(BsonDocument document)
    {
        var head = JsonSerializer.Deserialize<PublishedArticle>(document["head"].AsString, JsonDefaults.Options)!;
        var body = Text(document, "body") is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ArticleBlock>>(json, JsonDefaults.Options)! : [];
        return (head with { Content = head.Content with { Body = body } }).In(Text(document, "storyId"), document["storyVersion"].ToInt64());
    }

    /// <summary>What finds the article.</summary>
    public static BsonDocument IndexOf(PublishedArticle article, IndexedArticle indexed)
    {
        var entities = ArticleLabels.EntitiesOf(article).Select(entity => new BsonDocument { ["key"] = entity.Key, ["name"] = entity.Name, ["type"] = entity.Type });
        return new BsonDocument
        {
            ["indexed"] = IndexedArticle.Version,
            ["key"] = HitKey.Of(article.Time, article.ArticleId),
            ["section"] = (article.Content.Section ?? article.Analysis.Section) is { } section ? section : BsonNull.Value,
            ["isDuplicate"] = article.DuplicateOf is not null,
            ["terms"] = MongoDbTerms.Of(indexed),
            ["entities"] = new BsonArray(entities),
            ["titleStems"] = MongoDbTerms.Sequence(indexed.Title),
            ["descriptionStems"] = MongoDbTerms.Sequence(indexed.Description),
            ["contentStems"] = MongoDbTerms.Sequence(indexed.Content),
        };
    }

    /// <summary>The article under embargo of a document read with <see cref="StateAndPending"/>; null when none waits.</summary>
    public static PublishedArticle? ReadPending(BsonDocument document) => document.TryGetValue("pending", out var pending)
        ? ReadArticle(new BsonDocument(pending.AsBsonDocument) { { "storyId", document.GetValue("storyId", ""), document.Contains("storyId") }, { "storyVersion", document["storyVersion"] } })
        : null;

    private static BsonDocument StateOf(ArticleState state)
    {
        var document = new BsonDocument
        {
            { "revision", state.Revision },
            { "standing", (int)state.Standing },
            { "storyId", state.StoryId, state.StoryId is not null },
            { "storyVersion", state.StoryVersion },
            { "storedAt", state.StoredAt.ToUnixTimeMilliseconds() },
            { "reason", state.WithdrawalReason, state.WithdrawalReason is not null },
            { "about", state.About, state.About is not null },
            { "leftStoryId", state.LeftStoryId, state.LeftStoryId is not null },
            { "pendingRevision", state.PendingRevision ?? 0, state.PendingRevision is not null },
            { "decisionVersion", state.DecisionVersion, state.DecisionVersion > 0 },
            { "pendingDecision", state.PendingDecisionVersion, state.PendingDecisionVersion > 0 },
        };
        AddTime(document, "analyzedAt", state.AnalyzedAt);
        AddTime(document, "assignedAt", state.AssignedAt);
        AddTime(document, "releaseAt", state.ReleaseAt);
        AddTime(document, "withdrawnAt", state.WithdrawnAt);
        return document;
    }

    private static BsonDocument PendingOf(PublishedArticle article) => new("pending", new BsonDocument { ["head"] = HeadOf(article), ["body"] = BodyOf(article) });

    private static string HeadOf(PublishedArticle article) => JsonSerializer.Serialize(article with { Content = article.Content with { Body = [] } }, JsonDefaults.Options);

    private static string BodyOf(PublishedArticle article) => JsonSerializer.Serialize(article.Content.Body, JsonDefaults.Options);

    private static BsonDocument ContentOf(ContentChange change)
    {
        var article = change.Article;
        var content = new BsonDocument
        {
            ["language"] = article.Analysis.Language,
            ["sourceId"] = article.Content.Source.Id,
            ["time"] = article.Time.ToUnixTimeMilliseconds(),
            ["title"] = article.Content.Title,
            ["head"] = HeadOf(article),
            ["body"] = BodyOf(article),
        };
        return content.Merge(IndexOf(article, change.Indexed));
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
