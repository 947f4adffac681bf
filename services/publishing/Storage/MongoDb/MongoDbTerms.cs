using MongoDB.Bson;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>
/// What finds an article in MongoDB: one array of terms, which one multikey index finds in the order of time, and the stems of each part in sequence, for
/// what the server cannot tell: whether words stand side by side, and in the body. A term is its kind and its value; labels have kinds of their own.
/// </summary>
internal static class MongoDbTerms
{
    private const string Anywhere = "w:";
    private const string InTitle = "t:";
    private const string InDescription = "d:";
    private const string InCore = "core:";

    /// <summary>The article's terms, each once.</summary>
    public static BsonArray Of(IndexedArticle indexed) => new(
        indexed.Labels
            .Concat(indexed.Title.Concat(indexed.Description).Concat(indexed.Content).Select(stem => Anywhere + stem))
            .Concat(indexed.Title.Select(stem => InTitle + stem))
            .Concat(indexed.Description.Select(stem => InDescription + stem))
            .Concat(indexed.Core.Select(stem => InCore + stem))
            .Distinct());

    /// <summary>The stems in order, each between blanks, which no stem contains.</summary>
    public static string Sequence(IReadOnlyList<string> stems) => $" {string.Join(' ', stems)} ";

    /// <summary>What an article must have to match, as far as its terms tell; null when they tell nothing.</summary>
    public static BsonDocument? Candidates(SearchExpression expression) => expression switch
    {
        LabelClause label => new BsonDocument("terms", label.Label),
        TextClause text => Candidates(text),
        AllOf all => Join("$and", [.. all.Parts.Select(Candidates).OfType<BsonDocument>()]),
        AnyOf any when any.Parts.All(part => part is LabelClause) => In("$in", new BsonArray(any.Parts.Select(part => ((LabelClause)part).Label))),
        AnyOf any when any.Parts.Select(Candidates).ToList() is var parts => parts.Contains(null) ? null : Join("$or", [.. parts.OfType<BsonDocument>()]),
        Excluding { Part: var part } => TellAll(part) && Candidates(part) is { } excluded ? new BsonDocument("$nor", new BsonArray { excluded }) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "Stories stand beside the terms."),
    };

    /// <summary>True when the terms alone decide.</summary>
    public static bool TellAll(SearchExpression expression) => expression switch
    {
        TextClause text => !text.IsPhrase && (text.In == ArticleFields.Text || !text.In.HasFlag(ArticleFields.Content)),
        AllOf all => all.Parts.All(TellAll),
        AnyOf any => any.Parts.All(TellAll),
        Excluding excluding => TellAll(excluding.Part),
        _ => true,
    };

    /// <summary>The terms that tell in which fields the clause's single words stand.</summary>
    public static IEnumerable<string> Telling(TextClause clause) =>
        Words(clause).SelectMany(stem => (string[])[Anywhere + stem, InTitle + stem, InDescription + stem, InCore + stem]);

    /// <summary>Whether an article matches, by its terms and sequences.</summary>
    public static bool Holds(SearchExpression expression, MongoDbIndexed article) => expression switch
    {
        LabelClause label => article.Terms.Contains(label.Label),
        TextClause text => Standing(text, article) != ArticleFields.None,
        AllOf all => all.Parts.All(part => Holds(part, article)),
        AnyOf any => any.Parts.Any(part => Holds(part, article)),
        Excluding excluding => !Holds(excluding.Part, article),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "Stories stand beside the terms."),
    };

    /// <summary>Where the clause holds, of what is read of the article; <see cref="ArticleFields.Content"/> stands for anywhere.</summary>
    public static ArticleFields Fields(TextClause clause, MongoDbIndexed article)
    {
        var fields = Standing(clause, article);
        if (fields == ArticleFields.None)
        {
            return fields;
        }

        var isCore = clause.In == ArticleFields.Text && Words(clause).Any(stem => article.Terms.Contains(InCore + stem));
        return fields | ArticleFields.Content | (isCore ? ArticleFields.Core : ArticleFields.None);
    }

    private static ArticleFields Standing(TextClause clause, MongoDbIndexed article)
    {
        var fields = ArticleFields.None;
        foreach (var phrase in clause.Phrases)
        {
            // That a word stands somewhere does not tell that it stands in the body.
            fields |= phrase is [var stem] && (clause.In == ArticleFields.Text || !clause.In.HasFlag(ArticleFields.Content)) ? WordStanding(stem, article) : PhraseStanding(phrase, article);
        }

        return fields & clause.In;
    }

    private static ArticleFields WordStanding(string stem, MongoDbIndexed article) =>
        (article.Terms.Contains(InTitle + stem) ? ArticleFields.Title : ArticleFields.None)
        | (article.Terms.Contains(InDescription + stem) ? ArticleFields.Description : ArticleFields.None)
        | (article.Terms.Contains(Anywhere + stem) ? ArticleFields.Content : ArticleFields.None);

    private static ArticleFields PhraseStanding(IReadOnlyList<string> phrase, MongoDbIndexed article)
    {
        var sequence = Sequence(phrase);
        return (article.Title.Contains(sequence, StringComparison.Ordinal) ? ArticleFields.Title : ArticleFields.None)
            | (article.Description.Contains(sequence, StringComparison.Ordinal) ? ArticleFields.Description : ArticleFields.None)
            | (article.Content.Contains(sequence, StringComparison.Ordinal) ? ArticleFields.Content : ArticleFields.None);
    }

    private static BsonDocument Candidates(TextClause clause)
    {
        var kinds = clause.In.HasFlag(ArticleFields.Content)
            ? [Anywhere]
            : new[] { (ArticleFields.Title, InTitle), (ArticleFields.Description, InDescription) }.Where(kind => clause.In.HasFlag(kind.Item1)).Select(kind => kind.Item2).ToArray();
        var words = new BsonArray(Words(clause).SelectMany(stem => kinds.Select(kind => kind + stem)));
        var phrases = clause.Phrases.Where(phrase => phrase.Count > 1).SelectMany(phrase => kinds.Select(kind => In("$all", new BsonArray(phrase.Select(stem => kind + stem))))).ToList();
        return Join("$or", words.Count == 0 ? phrases : [In("$in", words), .. phrases])!;
    }

    private static IEnumerable<string> Words(TextClause clause) => clause.Phrases.Where(phrase => phrase.Count == 1).Select(phrase => phrase[0]);

    private static BsonDocument In(string comparison, BsonArray terms) => new("terms", new BsonDocument(comparison, terms));

    private static BsonDocument? Join(string how, IReadOnlyList<BsonDocument> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new BsonDocument(how, new BsonArray(parts)),
    };
}

/// <summary>What is read of an article to check it: its terms, or those of interest, and its sequences.</summary>
internal sealed record MongoDbIndexed(IReadOnlySet<string> Terms, string Title, string Description, string Content);
