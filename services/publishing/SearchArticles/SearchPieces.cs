using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Turns a word or phrase of a query, perhaps after a field's name, into a condition. Pure.</summary>
internal static class SearchPieces
{
    private const string Anywhere = "";

    // "und" leaves words as they are, as the index does in languages without a stemmer.
    private static readonly string[] PhraseLanguages = ["und", "ru", "uk", "en", "de", "fr", "es", "it", "pl", "pt", "nl", "sv"];

    /// <summary>The names that may stand before a colon.</summary>
    public static IReadOnlySet<string> Fields { get; } = new HashSet<string>(StringComparer.Ordinal) { "title", "entity", "speaker", "source", "section", "language", "story" };

    /// <summary>The condition; null when there is no word in it.</summary>
    /// <param name="text">As typed, without quotation marks.</param>
    /// <param name="isQuoted">True for a phrase.</param>
    /// <param name="field">One of <see cref="Fields"/>; empty = anywhere.</param>
    /// <param name="language">Stems of this language only; null = every plausible one.</param>
    public static SearchExpression? Read(string text, bool isQuoted, string field, string? language)
    {
        if (field is not (Anywhere or "title") && !text.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        return field switch
        {
            Anywhere => InText(text, isQuoted, language, ArticleFields.Text),
            "title" => InText(text, isQuoted, language, ArticleFields.Title),
            "entity" => new LabelClause(ArticleLabels.Entity(text)),
            "speaker" => new LabelClause(ArticleLabels.Speaker(text)),
            "source" => new LabelClause(ArticleLabels.Source(text)),
            "section" => new AnyOf([new LabelClause(ArticleLabels.Section(text)), new LabelClause(ArticleLabels.Category(text))]),
            "language" => new LabelClause(ArticleLabels.Language(text)),
            "story" => new StoryClause(text),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
        };
    }

    private static TextClause? InText(string text, bool isQuoted, string? language, ArticleFields fields)
    {
        var words = Tokenizer.Tokenize(text).Where(token => token.Kind != TokenKind.Punctuation).ToList();
        IReadOnlyList<IReadOnlyList<string>> phrases = words is [var only] && !isQuoted && !SearchText.IsCut(only.In(text))
            ? [.. SearchText.QueryAlternatives(text.Substring(only.Start, only.Length), language).Select(stem => (IReadOnlyList<string>)[stem])]
            : PhrasesOf(text, language);
        return phrases.Count == 0 ? null : new TextClause(phrases, fields);
    }

    // A phrase is stemmed as a whole, by the very function that made the index, so that both number the words alike.
    private static IReadOnlyList<IReadOnlyList<string>> PhrasesOf(string text, string? language)
    {
        string[] languages = language is null ? PhraseLanguages : ["und", language];
        return
        [
            .. languages
                .Select(code => SearchText.IndexTerms(text, code))
                .Where(stems => stems.Count > 0)
                .DistinctBy(stems => string.Join(' ', stems)),
        ];
    }
}
