using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class JsonArticleReaderTests
{
    [Fact]
    public void Reads_every_member_of_a_push()
    {
        var pushed = Read("""
            {"url":"https://harbour.example/a/1","title":" Ferry returns ","text":"First line.\n\nSecond line.","description":"After a year.","section":"Port",
             "authors":["Ann Quay","Bo Pier"],"publishedAt":"2025-03-14T09:30:00+02:00","image":"https://harbour.example/i.jpg","language":"en-GB",
             "source":{"id":"harbour","name":"Harbour Post"},"unknown":{"is":["ignored"]}}
            """);

        Assert.Equal(("https://harbour.example/a/1", "harbour", "Harbour Post"), (pushed.Url, pushed.SourceId, pushed.SourceName));
        Assert.Equal("Ferry returns", pushed.Article.Title);
        Assert.Equal(["First line.", "Second line."], pushed.Article.Body.Select(block => block.Text));
        Assert.Equal(("After a year.", "Port", "en"), (pushed.Article.Description, pushed.Article.Section, pushed.Article.LanguageHint));
        Assert.Equal(["Ann Quay", "Bo Pier"], pushed.Article.Authors);
        Assert.Equal(new DateTimeOffset(2025, 3, 14, 9, 30, 0, TimeSpan.FromHours(2)), pushed.Article.PublishedAt);
        Assert.Equal("https://harbour.example/i.jpg", pushed.Article.Image);
    }

    [Fact]
    public void Keeps_pushed_blocks_with_their_types()
    {
        var body = Read("""{"title":"T","body":["Plain.",{"type":"heading","text":"Part","level":3},{"type":"list","text":"one\ntwo"},{"type":"image","text":"Pier","url":"https://h.example/p.png"}]}""").Article.Body;

        Assert.Equal([BlockTypes.Paragraph, BlockTypes.Heading, BlockTypes.List, BlockTypes.Image], body.Select(block => block.Type));
        Assert.Equal(3, body[1].Level);
        Assert.Equal("one\ntwo", body[2].Text);
        Assert.Equal("https://h.example/p.png", body[3].Url);
    }

    [Fact]
    public void Extracts_pushed_html_and_lets_the_members_win()
    {
        var article = Read("""{"title":"Given title","html":"<h1>Printed title</h1><p>The ferry between the two banks sails again from Monday, the port said, after a year of repairs.</p>"}""").Article;

        Assert.Equal("Given title", article.Title);
        Assert.StartsWith("The ferry between", article.Body.Single(block => block.Type == BlockTypes.Paragraph).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"title":"\ud800","text":"a"}""", "\"title\" must be a string")]
    [InlineData("""{"title":7,"text":"a"}""", "\"title\" must be a string")]
    [InlineData("""{"title":"T","text":["a"]}""", "\"text\" must be a string")]
    [InlineData("""{"title":"T","text":"a","authors":"Ann"}""", "\"authors\" must be an array")]
    [InlineData("""{"title":"T","text":"a","authors":[1]}""", "\"authors[0]\" must be a string")]
    [InlineData("""{"title":"T","text":"a","source":"Post"}""", "\"source\" must be an object")]
    [InlineData("""{"title":"T","text":"a","source":{"name":1}}""", "\"source.name\" must be a string")]
    [InlineData("""{"title":"T","text":"a","url":"/only/a/path"}""", "\"url\" must be an absolute")]
    [InlineData("""{"title":"T","text":"a","publishedAt":"some day"}""", "\"publishedAt\" must be a date")]
    [InlineData("""{"title":"T","body":[{"type":"video"}]}""", "\"body[0].type\" must be one of")]
    [InlineData("""{"title":"T"}""", "has no body")]
    [InlineData("""{"title":"T","text":" \n "}""", "no text")]
    [InlineData("""{"text":"a"}""", "\"title\" is missing")]
    [InlineData("""["T"]""", "must be one object")]
    [InlineData("""{"title":""", "no valid JSON (line 1")]
    public void Names_the_member_that_is_wrong(string json, string sentence)
    {
        var error = Assert.Throws<UnreadableArticleException>(() => Read(json));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    private static PushedArticle Read(string json) => JsonArticleReader.Read(Encoding.UTF8.GetBytes(json));
}
