using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.SearchArticles;

public sealed class SearchExpressionParserTests
{
    [Theory]
    [InlineData("мост гавань", 2, 0)]
    [InlineData("\"мост через гавань\" дождь", 2, 0)]
    [InlineData("«мост через гавань»", 1, 0)]
    [InlineData("мост -гавань -\"новый мост\"", 3, 2)]
    [InlineData("Нью-Йорк", 1, 0)]
    [InlineData("мост - гавань", 2, 0)]
    [InlineData("\"не закрыто", 1, 0)]
    [InlineData("слово\"фраза из слов\"", 2, 0)]
    public void Reads_words_phrases_and_exclusions(string query, int clauses, int excluded)
    {
        var expression = SearchExpressionParser.Parse(query, null)!;

        Assert.Equal(clauses, expression.Clauses.Count);
        Assert.Equal(excluded, expression.Clauses.Count(clause => clause.Excluded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("\"\"")]
    [InlineData("-")]
    [InlineData("- - -")]
    [InlineData("?! …")]
    [InlineData("\"")]
    public void Finds_no_words_where_there_are_none(string query) => Assert.Null(SearchExpressionParser.Parse(query, null));

    [Fact]
    public void Any_text_is_a_query_and_none_is_boundless()
    {
        var random = new Random(5);
        const string Pieces = "ab я\"«»“„”-—'’*():^.,\0\uD83C\uDF84 \t\n";
        for (var i = 0; i < 2_000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var expression = SearchExpressionParser.Parse(query, null);
            Assert.True(expression is null || expression.Clauses.Count is >= 1 and <= SearchExpressionParser.MaximumClauses);
        }
    }

    [Fact]
    public void A_word_stands_for_its_stem_in_every_language_of_its_script_or_in_the_one_told()
    {
        var any = SearchExpressionParser.Parse("мостами", null)!.Clauses[0].Phrases;
        var russian = SearchExpressionParser.Parse("мостами", "ru")!.Clauses[0].Phrases;

        Assert.Contains(any, phrase => phrase is ["мост"]);
        Assert.Contains(russian, phrase => phrase is ["мост"]);
        Assert.True(russian.Count <= any.Count);
    }
}
