using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

public sealed class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://hub.example/>; rel=hub", "https://hub.example/")]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("<https://a.example/feed>; rel=\"self\", <https://hub.example/?a=1,2>; rel=\"hub\"", "https://hub.example/?a=1,2")]
    [InlineData("<https://hub.example/>; title=\"a, b\"; REL=\"preconnect HUB\"", "https://hub.example/")]
    [InlineData("<https://one.example/>;rel=hub,<https://two.example/>;rel=hub", "https://one.example/ https://two.example/")]
    [InlineData("< /hub >; rel=hub", "/hub")]
    [InlineData("<https://hub.example/>; rel=self; rel=hub", "")]
    [InlineData("<https://hub.example/", "")]
    [InlineData("rel=hub", "")]
    public void Finds_the_targets_of_a_relation(string header, string targets) =>
        Assert.Equal(targets, string.Join(' ', LinkHeader.Find([header], "hub")));
}
