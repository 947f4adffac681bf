namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>How much a query may be askew.</summary>
internal enum SearchDialect
{
    /// <summary>What people type: any text is a query, an operator or parenthesis that joins nothing is dropped; fields are known by <c>name:</c>.</summary>
    Lenient,

    /// <summary>What NewsAPI v2 promises: a malformed query is refused; there are no fields.</summary>
    Strict,
}

/// <summary>What became of a query.</summary>
/// <param name="Expression">Null when there is no word in it, or a problem.</param>
/// <param name="Problem">One sentence; null when there is none.</param>
internal sealed record ParsedSearch(SearchExpression? Expression, string? Problem = null);

/// <summary>
/// Reads words (all must match), <c>"phrases"</c>, <c>+must</c>, <c>-not</c>, AND, OR, NOT (in capitals), parentheses and <c>field:</c> before any of them. Pure.
/// AND binds more than OR; of alternatives that hold a <c>+must</c> only those count.
/// </summary>
internal sealed class SearchExpressionParser
{
    /// <summary>Longest query in characters.</summary>
    public const int MaximumLength = 500;

    /// <summary>Words beyond these are not looked at: no person means them, and each costs an index lookup.</summary>
    public const int MaximumClauses = 32;

    /// <summary>Parentheses and exclusions within each other beyond these are not looked at.</summary>
    public const int MaximumDepth = 16;

    private static readonly HashSet<string> NoFields = [];

    private readonly IReadOnlyList<SearchToken> _tokens;
    private readonly string? _language;
    private readonly bool _isStrict;
    private int _position;
    private int _clauses;
    private bool _isMalformed;

    private SearchExpressionParser(string query, string? language, SearchDialect dialect)
    {
        (_language, _isStrict) = (language, dialect == SearchDialect.Strict);
        _tokens = SearchTokens.Read(query, _isStrict ? NoFields : SearchPieces.Fields, out var isUnclosed);
        _isMalformed = isUnclosed;
    }

    private SearchTokenKind? Next => _position < _tokens.Count ? _tokens[_position].Kind : null;

    /// <summary>The query as a tree of conditions.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="language">Stems of this language only; null = every plausible one.</param>
    /// <param name="dialect">How much it may be askew.</param>
    public static ParsedSearch Parse(string query, string? language, SearchDialect dialect = SearchDialect.Lenient)
    {
        var parser = new SearchExpressionParser(query, language, dialect);
        var expression = parser.ReadAny("", depth: 0);
        if (parser._isStrict && parser._isMalformed)
        {
            return new ParsedSearch(null, "The query is malformed: every AND, OR and NOT needs words to join, every quotation mark and parenthesis its closing one.");
        }

        return expression is not null && !StoriesStandAtTheTop(expression)
            ? new ParsedSearch(null, "story: stands within OR or an exclusion of several conditions: give it beside the others, or as -story:…")
            : new ParsedSearch(expression);
    }

    private SearchExpression? ReadAny(string field, int depth)
    {
        var parts = new List<Operand>();
        while (true)
        {
            if (ReadAll(field, depth) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                _isMalformed = true;
            }

            if (Next != SearchTokenKind.Or)
            {
                break;
            }

            _position++;
        }

        var demanded = parts.Where(part => part.IsDemanded).Select(part => part.Expression).ToList();
        return demanded.Count > 0 ? SearchExpression.All(demanded) : SearchExpression.Any([.. parts.Select(part => part.Expression)]);
    }

    private Operand? ReadAll(string field, int depth)
    {
        var parts = new List<Operand>();
        var joins = false;
        for (; Next is { } kind and not SearchTokenKind.Or; joins = kind == SearchTokenKind.And)
        {
            if (kind == SearchTokenKind.Close)
            {
                if (depth > 0)
                {
                    break;
                }

                _isMalformed = true;
                _position++;
            }
            else if (kind == SearchTokenKind.And)
            {
                _isMalformed |= joins || parts.Count == 0;
                _position++;
            }
            else if (ReadOne(field, depth) is { } part)
            {
                parts.Add(part);
            }
        }

        _isMalformed |= joins;
        return SearchExpression.All([.. parts.Select(part => part.Expression)]) is { } all ? new Operand(all, parts is [{ IsDemanded: true }]) : null;
    }

    private Operand? ReadOne(string field, int depth)
    {
        var token = _tokens[_position++];
        switch (token.Kind)
        {
            case SearchTokenKind.Must:
                return ReadOperand(field, depth) is { } demanded ? demanded with { IsDemanded = true } : null;
            case SearchTokenKind.Not:
                return ReadOperand(field, depth + 1) is { } excluded ? new Operand(new Excluding(excluded.Expression)) : null;
            case SearchTokenKind.Field:
                return ReadOperand(token.Text, depth);
            case SearchTokenKind.Open:
                return ReadGroup(field, depth + 1);
            default:
                var expression = _clauses < MaximumClauses ? SearchPieces.Read(token.Text, token.IsQuoted, field, _language) : null;
                _clauses += expression is null ? 0 : 1;
                return expression is null ? null : new Operand(expression);
        }
    }

    // What an operator stands before; it may stand before nothing.
    private Operand? ReadOperand(string field, int depth)
    {
        if (depth <= MaximumDepth && Next is not (null or SearchTokenKind.Close or SearchTokenKind.And or SearchTokenKind.Or))
        {
            return ReadOne(field, depth);
        }

        _isMalformed = true;
        return null;
    }

    private Operand? ReadGroup(string field, int depth)
    {
        if (depth > MaximumDepth)
        {
            _isMalformed = true;
            return null;
        }

        var group = ReadAny(field, depth);
        _isMalformed |= Next is null;
        _position += Next is null ? 0 : 1;
        return group is null ? null : new Operand(group);
    }

    private static bool StoriesStandAtTheTop(SearchExpression expression)
    {
        IReadOnlyList<SearchExpression> conditions = expression is AllOf all ? all.Parts : [expression];
        return conditions.All(condition => (condition is Excluding excluding ? excluding.Part : condition) is StoryClause || !HoldsStory(condition));
    }

    private static bool HoldsStory(SearchExpression expression) => expression switch
    {
        StoryClause => true,
        Excluding excluding => HoldsStory(excluding.Part),
        AllOf all => all.Parts.Any(HoldsStory),
        AnyOf any => any.Parts.Any(HoldsStory),
        _ => false,
    };

    /// <param name="Expression">The condition.</param>
    /// <param name="IsDemanded">True after a plus.</param>
    private sealed record Operand(SearchExpression Expression, bool IsDemanded = false);
}
