using MongoDB.Bson;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>An article's stems as MongoDB holds them: each once with its weight (an array that a multikey index finds), and all of them in order (for phrases). Pure.</summary>
internal static class MongoDbSearchWords
{
    // As the SQLite engine's: a word in the title weighs eight in the text; BM25's usual saturation (k1) and length (b) terms.
    private const double TitleWeight = 8;
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    // Not the collection's true average, nor its word frequencies: they would move every score, and with them the pages, whenever an article comes in.
    private const double TypicalLength = 350;
    private const double Precision = 1_000;

    /// <summary><c>{stem, weight}</c> of every stem; weights are whole numbers, so that their sums are exact on every server.</summary>
    public static BsonArray Weigh(SearchTerms terms)
    {
        var occurrences = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(occurrences, terms.Title, TitleWeight);
        Count(occurrences, terms.Text, 1);
        var length = Saturation * (1 - LengthShare + (LengthShare * (terms.Title.Count + terms.Text.Count) / TypicalLength));
        return new BsonArray(occurrences.Select(word => new BsonDocument
        {
            ["stem"] = word.Key,
            ["weight"] = (int)Math.Round(Precision * word.Value * (Saturation + 1) / (word.Value + length)),
        }));
    }

    /// <summary>The stems in order, each between blanks, which no stem contains.</summary>
    public static string Sequence(IReadOnlyList<string> stems) => $" {string.Join(' ', stems)} ";

    /// <summary>Whether the clause holds for an article of these two sequences; a phrase stands in one of them, never across.</summary>
    public static bool Holds(SearchClause clause, string title, string text) =>
        clause.Excluded != clause.Phrases.Select(Sequence).Any(phrase => title.Contains(phrase, StringComparison.Ordinal) || text.Contains(phrase, StringComparison.Ordinal));

    private static void Count(Dictionary<string, double> occurrences, IReadOnlyList<string> stems, double weight)
    {
        foreach (var stem in stems)
        {
            occurrences[stem] = occurrences.GetValueOrDefault(stem) + weight;
        }
    }
}
