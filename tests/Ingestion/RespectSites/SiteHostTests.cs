using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Tests.RespectSites;

public sealed class SiteHostTests
{
    [Theory]
    [InlineData("https://post.example/feed", "post.example")]
    [InlineData("https://www.sport.post.example/feed", "post.example")]
    [InlineData("https://news.post.com.ua/rss", "post.com.ua")]
    [InlineData("https://post.kiev.ua/rss", "post.kiev.ua")]
    [InlineData("https://a.post.co.uk/", "post.co.uk")]
    [InlineData("https://com.ua/", "com.ua")]
    [InlineData("https://почта.пример/", "xn--80a1acny.xn--e1afmkfd")]
    [InlineData("http://192.0.2.7:8080/", "192.0.2.7")]
    [InlineData("http://[2001:db8::1]/", "2001:db8::1")]
    [InlineData("http://intranet/", "intranet")]
    public void One_owner_has_a_host_with_all_its_subdomains(string address, string host) => Assert.Equal(host, SiteHost.Of(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://kurier.localhost:5000/", true)]
    [InlineData("http://localhost.example/", false)]
    public void Nobody_needs_to_be_polite_to_the_own_machine(string address, bool isOwn) => Assert.Equal(isOwn, SiteHost.IsThisMachine(new Uri(address)));
}
