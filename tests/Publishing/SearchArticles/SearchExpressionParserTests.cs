using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.SearchArticles;

public sealed class SearchExpressionParserTests
{
    [Theory]
    [InlineData("мост гавань", "(мост & гавань)")]
    [InlineData("\"мост через гавань\" дождь", "(мост_через_гавань & дождь)")]
    [InlineData("«мост через гавань»", "мост_через_гавань")]
    [InlineData("мост -гавань -\"новый мост\"", "(мост & !гавань & !новый_мост)")]
    [InlineData("Нью-Йорк", "нью-йорк")]
    [InlineData("мост - гавань", "(мост & гавань)")]
    [InlineData("\"не закрыто", "не_закрыто")]
    [InlineData("слово\"фраза из слов\"", "(слово & фраза_из_слов)")]
    [InlineData("a OR b c", "(a | (b & c))")]
    [InlineData("a AND b OR c", "((a & b) | c)")]
    [InlineData("a AND (b OR c)", "(a & (b | c))")]
    [InlineData("NOT a", "!a")]
    [InlineData("a NOT b", "(a & !b)")]
    [InlineData("a OR NOT (b c)", "(a | !(b & c))")]
    [InlineData("-(a OR b) c", "(!(a | b) & c)")]
    [InlineData("+a b", "(a & b)")]
    [InlineData("a OR +b OR c", "b")]
    [InlineData("a or b and not c", "(a & or & b & and & not & c)")]
    [InlineData("C++ R&D", "(c & r_d)")]
    [InlineData("title:мост", "title:мост")]
    [InlineData("TITLE:\"новый мост\" гавань", "(title:новый_мост & гавань)")]
    [InlineData("title:(a OR b) c", "((title:a | title:b) & c)")]
    [InlineData("entity:\"Мара Линдквист\"", "[entity:мара линдквист]")]
    [InlineData("-source:bbc.co.uk", "![source:bbc.co.uk]")]
    [InlineData("section:Город", "([section:город] | [category:город])")]
    [InlineData("story:s1 -story:s2", "(story=s1 & !story=s2)")]
    [InlineData("Итог: победа", "(итог & победа)")]
    [InlineData("https://x.example", "https_x_example")]
    public void Reads_words_operators_and_fields(string query, string expected) => Assert.Equal(expected, Describe(SearchExpressionParser.Parse(query, "und").Expression));

    [Theory]
    [InlineData("Россия AND", "россия")]
    [InlineData("OR мост", "мост")]
    [InlineData("a AND OR b", "(a | b)")]
    [InlineData("мост)", "мост")]
    [InlineData("(мост", "мост")]
    [InlineData("() мост", "мост")]
    [InlineData(":-) мост (", "мост")]
    [InlineData("мост NOT", "мост")]
    [InlineData("title: мост", "(title & мост)")]
    public void What_people_mistype_joins_nothing_and_is_refused_where_it_must_be(string query, string expected)
    {
        Assert.Equal(expected, Describe(SearchExpressionParser.Parse(query, "und").Expression));
        if (query[0] != 't')
        {
            var strict = SearchExpressionParser.Parse(query, "und", SearchDialect.Strict);
            Assert.Null(strict.Expression);
            Assert.Contains("malformed", strict.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("NOT a", "!a")]
    [InlineData("a AND (b OR NOT c)", "(a & (b | !c))")]
    [InlineData("\"a b\" +c -d", "(a_b & c & !d)")]
    [InlineData("title:a", "title_a")]
    public void The_strict_dialect_knows_operators_and_no_fields(string query, string expected) =>
        Assert.Equal(expected, Describe(SearchExpressionParser.Parse(query, "und", SearchDialect.Strict).Expression));

    [Theory]
    [InlineData("story:s1 OR мост")]
    [InlineData("-(story:s1 мост)")]
    [InlineData("мост (story:s1 OR гавань)")]
    public void A_story_under_alternatives_is_refused_with_a_sentence(string query)
    {
        var parsed = SearchExpressionParser.Parse(query, null);

        Assert.Null(parsed.Expression);
        Assert.StartsWith("story:", parsed.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("\"\"")]
    [InlineData("-")]
    [InlineData("- - -")]
    [InlineData("?! …")]
    [InlineData("\"")]
    [InlineData("AND OR NOT")]
    [InlineData("((()))")]
    [InlineData("source:\"\"")]
    public void Finds_no_words_where_there_are_none(string query) => Assert.Null(SearchExpressionParser.Parse(query, null).Expression);

    [Fact]
    public void Any_text_is_a_query_and_none_is_boundless()
    {
        var random = new Random(5);
        string[] pieces = ["a", "b", " ", "я", "\"", "«", "»", "“", "„", "”", "-", "—", "'", "*", "(", ")", "((", ":", "+", " OR ", " AND ", " NOT ", "title:", "story:", "\0", "\uD83C", "\t"];
        for (var i = 0; i < 3_000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(90)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (var dialect in Enum.GetValues<SearchDialect>())
            {
                var parsed = SearchExpressionParser.Parse(query, null, dialect);
                Assert.True(parsed.Expression is null || (parsed.Problem is null && Leaves(parsed.Expression) is >= 1 and <= 2 * SearchExpressionParser.MaximumClauses));
            }
        }

        foreach (var flood in (string[])["(", "-", "+", "NOT ", "title:", "(a OR ", "a ", "\"a\""])
        {
            var parsed = SearchExpressionParser.Parse(string.Concat(Enumerable.Repeat(flood, 500)), null);
            Assert.True(parsed.Expression is null || Leaves(parsed.Expression) <= SearchExpressionParser.MaximumClauses);
        }
    }

    [Fact]
    public void A_word_stands_for_its_stem_in_every_language_of_its_script_or_in_the_one_told()
    {
        var any = Assert.IsType<TextClause>(SearchExpressionParser.Parse("мостами", null).Expression).Phrases;
        var russian = Assert.IsType<TextClause>(SearchExpressionParser.Parse("мостами", "ru").Expression).Phrases;

        Assert.Contains(any, phrase => phrase is ["мост"]);
        Assert.Contains(russian, phrase => phrase is ["мост"]);
        Assert.True(russian.Count <= any.Count);
    }

    private static int Leaves(SearchExpression expression) => expression switch
    {
        AllOf all => all.Parts.Sum(Leaves),
        AnyOf any => any.Parts.Sum(Leaves),
        Excluding excluding => Leaves(excluding.Part),
        _ => 1,
    };

    private static string Describe(SearchExpression? expression) => expression switch
    {
        null => "",
        AllOf all => $"({string.Join(" & ", all.Parts.Select(Describe))})",
        AnyOf any => $"({string.Join(" | ", any.Parts.Select(Describe))})",
        Excluding excluding => "!" + Describe(excluding.Part),
        LabelClause label => $"[{label.Label}]",
        StoryClause story => $"story={story.StoryId}",
        TextClause text => (text.In == ArticleFields.Text ? "" : $"{text.In.ToString().ToLowerInvariant()}:") + string.Join('_', text.Phrases[0]),
        _ => "?",
    };
}
