using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

public sealed class UrlKeyTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/Path/?utm_source=x&b=2&a=1&fbclid=3#top", "news.example/Path?a=1&b=2")]
    [InlineData("http://news.example:80/path", "news.example/path")]
    [InlineData("http://news.example:8080/path/", "news.example:8080/path")]
    [InlineData("https://news.example/?gclid=1&yclid=2", "news.example")]
    [InlineData("https://новости.example/путь", "xn--b1amnebsh.example/%D0%BF%D1%83%D1%82%D1%8C")]
    public void Names_an_address_by_what_identifies_it(string address, string key) => Assert.Equal(key, UrlKey.Of(new Uri(address)));

    [Theory]
    [InlineData("ftp://news.example/a")]
    [InlineData("mailto:a@news.example")]
    public void Has_no_key_for_what_is_no_web_address(string address) => Assert.Null(UrlKey.Of(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a", "https://www.news.example/a?x=1", true)]
    [InlineData("https://news.example/a", "https://amp.news.example/a", true)]
    [InlineData("https://other.example/a", "https://news.example/a", false)]
    [InlineData("https://news.example/", "https://news.example/a", false)]
    [InlineData("https://news.example/?id=7", "https://news.example/a", true)]
    public void Trusts_a_claimed_address_on_the_same_site_and_below_its_root(string claimed, string fetched, bool trusted) =>
        Assert.Equal(trusted, UrlKey.IsTrustedCanonical(new Uri(claimed), new Uri(fetched)));
}
