namespace NewsPlatform.Publishing.SearchArticles;

internal enum SearchTokenKind
{
    Piece,
    Open,
    Close,
    And,
    Or,
    Not,
    Must,
    Field,
}

/// <summary>A part of a query as typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of a piece, the name of a field.</param>
/// <param name="IsQuoted">True for a piece in quotation marks.</param>
internal sealed record SearchToken(SearchTokenKind Kind, string Text = "", bool IsQuoted = false);

/// <summary>Cuts a query into its tokens, in one pass; any text has some or none.</summary>
internal static class SearchTokens
{
    /// <summary>The tokens in order.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="fields">Names that stand for a field before a colon, in lower case.</param>
    /// <param name="isUnclosed">True when a quotation mark opens and none closes.</param>
    public static IReadOnlyList<SearchToken> Read(string query, IReadOnlySet<string> fields, out bool isUnclosed)
    {
        var tokens = new List<SearchToken>();
        var position = 0;
        isUnclosed = false;
        while (position < query.Length)
        {
            var character = query[position];
            if (char.IsWhiteSpace(character))
            {
                position++;
            }
            else if (Mark(query, position) is { } mark)
            {
                tokens.Add(new SearchToken(mark));
                position++;
            }
            else if (ClosingQuote(character) is { } closing)
            {
                var end = query.IndexOf(closing, position + 1);
                isUnclosed |= end < 0;
                tokens.Add(new SearchToken(SearchTokenKind.Piece, query[(position + 1)..(end < 0 ? query.Length : end)], IsQuoted: true));
                position = end < 0 ? query.Length : end + 1;
            }
            else
            {
                position = ReadWord(query, position, fields, tokens);
            }
        }

        return tokens;
    }

    // A dash excludes and a plus demands only where a word begins: "Нью-Йорк" and "C++" are words, "a - b" excludes nothing.
    private static SearchTokenKind? Mark(string query, int position) => query[position] switch
    {
        '(' => SearchTokenKind.Open,
        ')' => SearchTokenKind.Close,
        '-' when IsBeforeWord(query, position) => SearchTokenKind.Not,
        '+' when IsBeforeWord(query, position) => SearchTokenKind.Must,
        _ => null,
    };

    private static bool IsBeforeWord(string query, int position) => position + 1 < query.Length && !char.IsWhiteSpace(query[position + 1]);

    private static int ReadWord(string query, int begin, IReadOnlySet<string> fields, List<SearchToken> tokens)
    {
        var position = begin;
        while (position < query.Length && !char.IsWhiteSpace(query[position]) && query[position] is not ('"' or '(' or ')'))
        {
            if (query[position] == ':' && IsBeforeWord(query, position) && query[begin..position].ToLowerInvariant() is var name && fields.Contains(name))
            {
                tokens.Add(new SearchToken(SearchTokenKind.Field, name));
                return position + 1;
            }

            position++;
        }

        var word = query[begin..position];
        tokens.Add(word switch
        {
            "AND" => new SearchToken(SearchTokenKind.And),
            "OR" => new SearchToken(SearchTokenKind.Or),
            "NOT" => new SearchToken(SearchTokenKind.Not),
            _ => new SearchToken(SearchTokenKind.Piece, word),
        });
        return position;
    }

    private static char? ClosingQuote(char opening) => opening switch
    {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        '„' => '“',
        _ => null,
    };
}
