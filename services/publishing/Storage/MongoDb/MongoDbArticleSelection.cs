using MongoDB.Bson;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>A query as MongoDB answers it: the pipeline gives the candidates in order; what it cannot tell, the order of words, is checked on each of them. Pure.</summary>
/// <param name="Conditions">What the server compares.</param>
/// <param name="Phrases">The clauses to check on the candidates' stems; empty = every candidate is a hit.</param>
/// <param name="Stems">What relevance counts; empty = by time.</param>
internal sealed record MongoDbArticleSelection(BsonDocument Conditions, IReadOnlyList<SearchClause> Phrases, IReadOnlyList<string> Stems)
{
    private static readonly BsonDocument NewestFirst = Stage("$sort", new BsonDocument { ["time"] = -1, ["_id"] = -1 });

    public static MongoDbArticleSelection Of(ArticleQuery query)
    {
        var clauses = query.Text?.Clauses ?? [];
        IEnumerable<BsonDocument?> conditions =
        [
            Equal("standing", (int)Standing.Visible),
            .. clauses.Select(Candidates),
            query.Section is null ? null : Equal("labels", ArticleLabels.Section(query.Section)),
            query.Entity is null ? null : Equal("labels", ArticleLabels.Entity(query.Entity)),
            query.Language is null ? null : Equal("language", query.Language),
            query.SourceId is null ? null : Equal("sourceId", query.SourceId),
            query.StoryId is null ? null : Equal("storyId", query.StoryId),
            query.From is { } from ? Compare("time", "$gte", from.ToUnixTimeMilliseconds()) : null,
            query.To is { } to ? Compare("time", "$lte", to.ToUnixTimeMilliseconds()) : null,
        ];
        return new MongoDbArticleSelection(
            new BsonDocument("$and", new BsonArray(conditions.OfType<BsonDocument>())),
            [.. clauses.Where(clause => clause.Phrases.Any(phrase => phrase.Count > 1))],
            query.Order == ArticleOrder.Relevance ? [.. clauses.Where(clause => !clause.Excluded).SelectMany(clause => clause.Phrases).SelectMany(phrase => phrase).Distinct()] : []);
    }

    /// <summary>The stages that give <c>{_id, rank}</c> of the candidates after a place, in order.</summary>
    public IEnumerable<BsonDocument> InOrder(PageKey? after) => Stems.Count > 0 ? ByRelevance(after) : ByTime(after);

    /// <summary>The stages that give the newest candidates, whole.</summary>
    public BsonDocument[] Newest(int limit) => [Stage("$match", Conditions), NewestFirst, Stage("$limit", limit)];

    private static BsonDocument? Candidates(SearchClause clause)
    {
        var words = new BsonArray(clause.Phrases.Where(phrase => phrase.Count == 1).Select(phrase => phrase[0]));
        if (clause.Excluded)
        {
            return words.Count == 0 ? null : Compare("words.stem", "$nin", words);
        }

        var phrases = clause.Phrases.Where(phrase => phrase.Count > 1).Select(phrase => Compare("words.stem", "$all", new BsonArray(phrase))).ToList();
        if (words.Count > 0)
        {
            phrases.Add(Compare("words.stem", "$in", words));
        }

        return phrases is [var only] ? only : new BsonDocument("$or", new BsonArray(phrases));
    }

    private static BsonDocument Equal(string field, BsonValue value) => new(field, value);

    private static BsonDocument Compare(string field, string comparison, BsonValue value) => new(field, new BsonDocument(comparison, value));

    private static BsonDocument Stage(string name, BsonValue value) => new(name, value);

    private BsonDocument[] ByTime(PageKey? after)
    {
        var conditions = new BsonArray(Conditions["$and"].AsBsonArray);
        if (after is not null)
        {
            // The first of the two is implied; it is what bounds the walk of the index.
            var time = (long)after.Rank;
            conditions.Add(Compare("time", "$lte", time));
            conditions.Add(new BsonDocument("$or", new BsonArray { Compare("time", "$lt", time), Compare("_id", "$lt", after.ArticleId) }));
        }

        return
        [
            Stage("$match", new BsonDocument("$and", conditions)),
            NewestFirst,
            Stage("$project", new BsonDocument("rank", "$time")),
        ];
    }

    private IEnumerable<BsonDocument> ByRelevance(PageKey? after)
    {
        var asked = new BsonDocument("$in", new BsonArray { "$$word.stem", new BsonDocument("$literal", new BsonArray(Stems)) });
        var matched = new BsonDocument("$filter", new BsonDocument { ["input"] = "$words", ["as"] = "word", ["cond"] = asked });
        var weights = new BsonDocument("$map", new BsonDocument { ["input"] = matched, ["as"] = "word", ["in"] = "$$word.weight" });
        yield return Stage("$match", Conditions);
        yield return Stage("$project", new BsonDocument("rank", new BsonDocument("$sum", weights)));
        if (after is not null)
        {
            var ties = new BsonDocument { ["rank"] = after.Rank, ["_id"] = new BsonDocument("$gt", after.ArticleId) };
            yield return Stage("$match", new BsonDocument("$or", new BsonArray { Compare("rank", "$lt", after.Rank), ties }));
        }

        yield return Stage("$sort", new BsonDocument { ["rank"] = -1, ["_id"] = 1 });
    }
}
