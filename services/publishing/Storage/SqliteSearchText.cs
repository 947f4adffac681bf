using System.Text;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// Writes stems and conditions for FTS5. Its tokenizer must give stems back unchanged: it would cut at ASCII punctuation (<c>covid-19</c>, <c>об'єкт</c>),
/// so those characters move to the private use area, which the <c>ascii</c> tokenizer takes for letters. So no word can be taken for a label.
/// </summary>
internal static class SqliteSearchText
{
    /// <summary>Stands among the labels of every article: what a question that only excludes starts from.</summary>
    public const string Everything = "all:";

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

    /// <summary>The condition as an FTS5 expression.</summary>
    public static string Match(SearchExpression expression) => expression switch
    {
        AllOf all => MatchAll(all.Parts),
        AnyOf any => string.Join(" OR ", any.Parts.Select(part => $"({Match(part)})")),
        Excluding => MatchAll([expression]),
        LabelClause label => Phrase([label.Label]),
        TextClause text => MatchText(text),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "Stories stand beside the index."),
    };

    private static string MatchAll(IReadOnlyList<SearchExpression> parts)
    {
        var required = parts.Where(part => part is not Excluding).Select(part => $"({Match(part)})").ToList();
        var excluded = parts.OfType<Excluding>().Select(part => $"({Match(part.Part)})").ToList();
        var all = required.Count == 0 ? Phrase([Everything]) : $"({string.Join(" AND ", required)})";
        return excluded.Count == 0 ? all : $"{all} NOT ({string.Join(" OR ", excluded)})";
    }

    // A single word needs no columns: nothing among the labels is spelt like it.
    private static string MatchText(TextClause clause)
    {
        var phrases = string.Join(" OR ", clause.Phrases.Select(Phrase));
        return clause.In == ArticleFields.Text && !clause.IsPhrase ? phrases : $"{{{Columns(clause.In)}}} : ({phrases})";
    }

    private static string Columns(ArticleFields fields)
    {
        (ArticleFields Field, string Name)[] columns = [(ArticleFields.Title, "title"), (ArticleFields.Description, "description"), (ArticleFields.Content, "content")];
        return string.Join(' ', columns.Where(column => fields.HasFlag(column.Field)).Select(column => column.Name));
    }

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
