using System.Text;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// Puts stems into FTS5 so that its tokenizer gives them back unchanged: it would cut at ASCII punctuation (<c>covid-19</c>, <c>об'єкт</c>),
/// so those characters move to the private use area, which the <c>ascii</c> tokenizer takes for letters.
/// </summary>
internal static class SqliteSearchText
{
    private const char PrivateUse = '\uE000';

    /// <summary>The stems as one column's text.</summary>
    public static string Column(IReadOnlyList<string> stems)
    {
        var text = new StringBuilder(stems.Count * 8);
        foreach (var stem in stems)
        {
            AppendStem(text, stem).Append(' ');
        }

        return text.ToString();
    }

    /// <summary>The FTS5 expression of the clauses that must hold; null when there are only exclusions.</summary>
    public static string? Required(SearchExpression expression)
    {
        var required = expression.Clauses.Where(clause => !clause.Excluded).Select(AnyOf).ToList();
        if (required.Count == 0)
        {
            return null;
        }

        var excluded = Excluded(expression);
        var all = string.Join(" AND ", required);
        return excluded is null ? all : $"({all}) NOT ({excluded})";
    }

    /// <summary>The FTS5 expression that finds what is excluded; null when nothing is.</summary>
    public static string? Excluded(SearchExpression expression)
    {
        var excluded = expression.Clauses.Where(clause => clause.Excluded).Select(AnyOf).ToList();
        return excluded.Count == 0 ? null : string.Join(" OR ", excluded);
    }

    private static string AnyOf(SearchClause clause) => $"({string.Join(" OR ", clause.Phrases.Select(Phrase))})";

    private static string Phrase(IReadOnlyList<string> stems) => $"\"{Column(stems).TrimEnd()}\"";

    private static StringBuilder AppendStem(StringBuilder text, string stem)
    {
        foreach (var character in stem)
        {
            text.Append(char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) ? (char)(PrivateUse + character) : character);
        }

        return text;
    }
}
