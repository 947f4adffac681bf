using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

public sealed class AddressFoldTests
{
    [Theory]
    [InlineData("https://www.news.example/a/pier")]
    [InlineData("http://news.example/a/pier/")]
    [InlineData("https://m.news.example/a/pier")]
    [InlineData("https://amp.news.example/a/pier")]
    [InlineData("https://www.m.news.example/a/pier")]
    [InlineData("https://news.example/amp/a/pier")]
    [InlineData("https://news.example/a/pier/amp/")]
    [InlineData("https://news.example/a/pier.amp")]
    [InlineData("https://news.example/a/pier?amp")]
    [InlineData("https://news.example/a/pier?outputType=amp")]
    [InlineData("https://news.example/a/pier/print")]
    [InlineData("https://news.example/print/a/pier")]
    [InlineData("https://news.example/a/pier?print=1")]
    [InlineData("https://news.example/a/pier/index.html")]
    [InlineData("https://news.example//a/pier")]
    [InlineData("https://news.example/a/pier#comments")]
    [InlineData("https://news.example/a/pier?utm_source=feed&utm_medium=rss&fbclid=1&at_campaign=7&ocid=x")]
    [InlineData("https://news.example/a/pier?from=rss")]
    [InlineData("https://www.google.com/amp/s/news.example/a/pier")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/a/pier")]
    public void Brings_the_prints_of_an_article_to_one_address(string address) => Assert.Equal("news.example/a/pier", AddressFold.KeyOf(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a/pier-amp.html", "news.example/a/pier.html")]
    [InlineData("https://news.example/a?id=7&page=2", "news.example/a?id=7&page=2")]
    [InlineData("https://news.example/a?from=2026-11-20", "news.example/a?from=2026-11-20")]
    [InlineData("https://m.example/a", "m.example/a")]
    [InlineData("https://lyon.news.example/print", "lyon.news.example/print")]
    [InlineData("https://news.example:8080/a", "news.example:8080/a")]
    public void Keeps_what_may_be_another_article(string address, string key) => Assert.Equal(key, AddressFold.KeyOf(new Uri(address)));

    [Theory]
    [InlineData("https://www.news.example/world/1234567-pier-is-mended", "news.example/1234567")]
    [InlineData("https://news.example/world/pier-is-mended-1234567.html", "news.example/1234567")]
    [InlineData("https://news.example/world/pier-is-mended_n_1234567/", "news.example/1234567")]
    [InlineData("https://news.example/world/pier-is-mended-a1234567.html", "news.example/1234567")]
    [InlineData("https://news.example/news/1234567/pier-is-mended", "news.example/1234567")]
    [InlineData("https://m.news.example/doc/7654", "news.example/7654")]
    [InlineData("https://news.example/2026/11/20/pier-is-mended", null)]
    [InlineData("https://news.example/pier-is-mended-20261120", null)]
    [InlineData("https://news.example/20261120/pier-is-mended", null)]
    [InlineData("https://news.example/review/2026", null)]
    [InlineData("https://news.example/", null)]
    public void Finds_the_publishers_number_of_the_article_and_takes_no_date_for_it(string address, string? number) => Assert.Equal(number, AddressFold.NumberOf(new Uri(address)));
}
