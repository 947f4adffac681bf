using NewsPlatform.Text;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Reads what people type: words (all must match), <c>"phrases"</c> and <c>-exclusions</c>. Pure; any text is a query.</summary>
internal static class SearchExpressionParser
{
    /// <summary>Longest query in characters.</summary>
    public const int MaximumLength = 500;

    /// <summary>Words beyond these are not looked at: no person means them, and each costs an index lookup.</summary>
    public const int MaximumClauses = 32;

    // "und" leaves words as they are, as the index does in languages without a stemmer.
    private static readonly string[] PhraseLanguages = ["und", "ru", "uk", "en", "de", "fr", "es", "it", "pl", "pt", "nl", "sv"];

    /// <summary>The query as stems; null when it holds no word at all.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="language">Stems of this language only; null = every plausible one.</param>
    public static SearchExpression? Parse(string query, string? language)
    {
        var clauses = new List<SearchClause>();
        var position = 0;
        while (clauses.Count < MaximumClauses && NextPiece(query, ref position) is { } piece)
        {
            var phrases = PhrasesOf(piece, language);
            if (phrases.Count > 0)
            {
                clauses.Add(new SearchClause(phrases, piece.Excluded));
            }
        }

        return clauses.Count == 0 ? null : new SearchExpression(clauses);
    }

    private static Piece? NextPiece(string query, ref int position)
    {
        while (position < query.Length && char.IsWhiteSpace(query[position]))
        {
            position++;
        }

        if (position == query.Length)
        {
            return null;
        }

        // A dash excludes only where a word begins: "Нью-Йорк" is one word, "a - b" excludes nothing.
        var excluded = query[position] == '-' && position + 1 < query.Length && !char.IsWhiteSpace(query[position + 1]);
        position += excluded ? 1 : 0;
        if (ClosingQuote(query[position]) is { } closing)
        {
            var start = ++position;
            var end = query.IndexOf(closing, start);
            position = end < 0 ? query.Length : end + 1;
            return new Piece(query[start..(end < 0 ? query.Length : end)], excluded, Quoted: true);
        }

        var begin = position;
        while (position < query.Length && !char.IsWhiteSpace(query[position]) && query[position] != '"')
        {
            position++;
        }

        return new Piece(query[begin..position], excluded, Quoted: false);
    }

    private static char? ClosingQuote(char opening) => opening switch
    {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        '„' => '“',
        _ => null,
    };

    private static List<IReadOnlyList<string>> PhrasesOf(Piece piece, string? language)
    {
        var words = Tokenizer.Tokenize(piece.Text).Where(token => token.Kind != TokenKind.Punctuation).ToList();
        if (words is [var only] && !piece.Quoted)
        {
            return [.. SearchText.QueryAlternatives(piece.Text.Substring(only.Start, only.Length), language).Select(stem => (IReadOnlyList<string>)[stem])];
        }

        // A phrase is stemmed as a whole, by the very function that made the index, so that both number the words alike.
        string[] languages = language is null ? PhraseLanguages : ["und", language];
        return [.. languages
            .Select(code => SearchText.IndexTerms(piece.Text, code))
            .Where(stems => stems.Count > 0)
            .DistinctBy(stems => string.Join(' ', stems))];
    }

    private sealed record Piece(string Text, bool Excluded, bool Quoted);
}
