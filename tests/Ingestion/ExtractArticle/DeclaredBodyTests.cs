using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>When the text of a page's structured data is the article and when the page's own is.</summary>
public sealed class DeclaredBodyTests
{
    private static readonly Uri Page = new("https://quay.example/a");

    private static readonly string[] Texts =
    [
        "The ferry between the two banks sails again from Monday, the port said, after a year of repairs and two delays.",
        "The mayor, who had promised the ferry for the spring, was not on board when it left the quay for the first time.",
        "Fishermen on the left bank rang the bell of their chapel, which had not been heard since the great flood of May.",
        "The council will look at the price of a crossing in December, when the first month of figures has been counted.",
    ];

    [Theory]
    [InlineData(4, 4, 4, ExtractionMethods.Blocks)]
    [InlineData(4, 1, 4, ExtractionMethods.Blocks)]
    [InlineData(2, 4, 4, ExtractionMethods.StructuredData)]
    [InlineData(3, 4, 3, ExtractionMethods.Blocks)]
    [InlineData(0, 4, 4, ExtractionMethods.StructuredData)]
    public void It_goes_first_where_the_page_does_not_show_it(int shown, int declared, int paragraphs, string winner)
    {
        var article = Read(Texts.Take(shown), string.Join("\\n", Texts.Take(declared)));

        Assert.Equal((winner, paragraphs), (article.Method, article.Body.Count));
    }

    [Fact]
    public void A_declared_text_that_lost_its_paragraphs_does_not_take_those_of_the_page()
    {
        var article = Read(Texts, string.Join(' ', Texts));

        Assert.Equal((ExtractionMethods.Blocks, 4), (article.Method, article.Body.Count));
        Assert.True(article.Confidence >= 0.95);
    }

    [Fact]
    public void A_declared_text_that_holds_the_article_twice_does_not_go_first() =>
        Assert.Equal((ExtractionMethods.Blocks, 3), Read(Texts.Take(3), string.Join(' ', Texts.Concat(Texts))) is var article ? (article.Method, article.Body.Count) : default);

    private static ExtractedArticle Read(IEnumerable<string> shown, string declared) => ArticleExtractor.Extract(
        $$"""<html><head><title>Ferry sails</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","articleBody":"{{declared}}"}</script></head><body><article><h1>Ferry sails</h1>{{string.Concat(shown.Select(text => $"<p>{text}</p>"))}}</article></body></html>""",
        Page);
}
