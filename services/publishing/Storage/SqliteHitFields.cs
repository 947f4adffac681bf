using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Asks FTS5 where the words of a question stand in the hits of one slice: one more walk of the same hits for each word and field.</summary>
internal static class SqliteHitFields
{
    private const string Standing = "SELECT rowid FROM words WHERE words MATCH $match AND rowid BETWEEN $oldest AND $newest";

    private static readonly ArticleFields[] Asked = [ArticleFields.Title, ArticleFields.Description, ArticleFields.Core];

    /// <summary>For each key, in order, the fields of each scored condition.</summary>
    /// <param name="connection">A reader.</param>
    /// <param name="where">The question's condition.</param>
    /// <param name="keys">Descending.</param>
    /// <param name="scored">Conditions within <paramref name="where"/>.</param>
    public static ArticleFields[][] Read(SqliteConnection connection, SearchExpression where, IReadOnlyList<long> keys, IReadOnlyList<TextClause> scored)
    {
        var fields = keys.Select(_ => new ArticleFields[scored.Count]).ToArray();
        if (keys.Count == 0 || scored.Count == 0)
        {
            return fields;
        }

        var rows = keys.Index().ToDictionary(key => key.Item, key => key.Index);
        for (var i = 0; i < scored.Count; i++)
        {
            var clause = scored[i];

            // What implies the question's condition needs no second look at that.
            var within = Implies(clause, where) ? "" : $"({SqliteSearchText.Match(where)}) AND ";
            IReadOnlyCollection<int> everywhere = IsRequired(where, clause) ? rows.Values : Find(within, SqliteSearchText.Match(clause));
            foreach (var row in everywhere)
            {
                fields[row][i] |= ArticleFields.Content;
            }

            foreach (var field in Asked.Where(field => SqliteSearchText.MatchField(clause, field) is not null))
            {
                // What is asked for in one field only stands there in every hit.
                foreach (var row in clause.In == field ? everywhere : Find(within, SqliteSearchText.MatchField(clause, field)!))
                {
                    fields[row][i] |= field;
                }
            }
        }

        return fields;

        List<int> Find(string within, string condition) => [.. connection
            .Query(Standing, row => row.GetInt64(0), ("$match", $"{within}({condition})"), ("$oldest", keys[^1]), ("$newest", keys[0]))
            .Where(rows.ContainsKey)
            .Select(key => rows[key])];
    }

    private static bool Implies(TextClause clause, SearchExpression where) =>
        ReferenceEquals(where, clause) || (where is AnyOf any && any.Parts.Any(part => Implies(clause, part)));

    private static bool IsRequired(SearchExpression where, TextClause clause) =>
        ReferenceEquals(where, clause) || (where is AllOf all && all.Parts.Any(part => ReferenceEquals(part, clause)));
}
