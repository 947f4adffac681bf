using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Tells where the words of a question stand in hits: by the stems in their rows, and for alternatives, which need not stand in a hit at all, by one more walk each.</summary>
/// <param name="where">The question's condition.</param>
/// <param name="scored">Conditions within <paramref name="where"/>.</param>
internal sealed class SqliteHitFields(SearchExpression where, IReadOnlyList<TextClause> scored)
{
    private const string Standing = "SELECT rowid FROM words WHERE words MATCH $match AND rowid BETWEEN $oldest AND $newest";

    private readonly uint[][][] _phrases = [.. scored.Select(clause => (uint[][])[.. clause.Phrases.Select(phrase => (uint[])[.. phrase.Select(SqliteHitStems.NumberOf)])])];

    private readonly ArticleFields[] _everywhere = [.. scored.Select(clause => IsRequired(where, clause) ? ArticleFields.Content : ArticleFields.None)];
    private readonly Dictionary<long, ArticleFields[]> _read = [];

    /// <summary>The fields of each condition in the row's hit; complete once <see cref="AddAlternatives"/> was called.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">Of its hit.</param>
    /// <param name="column">Its stems.</param>
    public IReadOnlyList<ArticleFields> Read(SqliteDataReader row, long key, int column)
    {
        var stems = SqliteHitStems.Read(SQLitePCL.raw.sqlite3_column_blob(row.Handle, column));
        var fields = _read[key] = [.. _everywhere];
        for (var i = 0; i < fields.Length; i++)
        {
            var within = scored[i].In;
            foreach (var phrase in _phrases[i])
            {
                fields[i] |= (within.HasFlag(ArticleFields.Title) && stems.Title.IndexOf(phrase) >= 0 ? ArticleFields.Title : ArticleFields.None)
                    | (within.HasFlag(ArticleFields.Description) && stems.Description.IndexOf(phrase) >= 0 ? ArticleFields.Description : ArticleFields.None)
                    | (within == ArticleFields.Text && phrase.Length == 1 && stems.Core.Contains(phrase[0]) ? ArticleFields.Core : ArticleFields.None);
            }
        }

        return fields;
    }

    /// <summary>Adds to the rows read which of the conditions hold in them that need not.</summary>
    public void AddAlternatives(SqliteConnection connection)
    {
        foreach (var (i, clause) in scored.Index().Where(clause => _everywhere[clause.Index] == ArticleFields.None && _read.Count > 0))
        {
            // What implies the question's condition needs no second look at that.
            var within = Implies(clause, where) ? "" : $"({SqliteSearchText.Match(where)}) AND ";
            var standing = connection.Query(
                Standing,
                row => row.GetInt64(0),
                ("$match", $"{within}({SqliteSearchText.Match(clause)})"),
                ("$oldest", _read.Keys.Min()),
                ("$newest", _read.Keys.Max()));
            foreach (var key in standing.Where(_read.ContainsKey))
            {
                _read[key][i] |= ArticleFields.Content;
            }
        }
    }

    private static bool Implies(TextClause clause, SearchExpression where) =>
        ReferenceEquals(where, clause) || (where is AnyOf any && any.Parts.Any(part => Implies(clause, part)));

    private static bool IsRequired(SearchExpression where, TextClause clause) =>
        ReferenceEquals(where, clause) || (where is AllOf all && all.Parts.Any(part => ReferenceEquals(part, clause)));
}
