using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.WriteFeed;

public sealed class FeedTests : IDisposable
{
    private const string Odd = "A <b>bridge</b> & \"more\" \u0001\uD800 ]]> їжак";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public FeedTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Rss_carries_the_articles_with_escaped_content()
    {
        await TakeInOddAsync();

        var channel = XDocument.Parse(await _client.GetStringAsync("/feeds/rss.xml")).Root!.Element("channel")!;
        var item = Assert.Single(channel.Elements("item"));

        Assert.Equal("http://localhost/feeds/rss.xml", (string?)channel.Element(Atom + "link")!.Attribute("href"));
        Assert.Contains("A <b>bridge</b> & \"more\"", (string?)item.Element("title"), StringComparison.Ordinal);
        Assert.StartsWith("<p>A &lt;b&gt;bridge&lt;/b&gt; &amp;", (string?)item.Element(Content + "encoded"), StringComparison.Ordinal);
        Assert.Equal("http://localhost/article/odd", (string?)item.Element("link"));
        Assert.Equal("Fri, 20 Nov 2026 12:00:00 GMT", (string?)item.Element("pubDate"));
        Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
    }

    [Fact]
    public async Task The_publishers_tags_are_categories_before_our_keywords()
    {
        var enriched = AnArticle.Enriched("a1", section: "City");
        await _service.TakeInAsync(enriched with { Content = enriched.Content with { Tags = ["bridge", "city"] }, Analysis = enriched.Analysis with { Keywords = ["harbour"] } });

        var item = XDocument.Parse(await _client.GetStringAsync("/feeds/rss.xml")).Root!.Element("channel")!.Element("item")!;

        Assert.Equal(["City", "bridge", "harbour"], item.Elements("category").Select(category => (string)category));
    }

    [Fact]
    public async Task Atom_has_all_that_its_standard_requires()
    {
        await TakeInOddAsync();

        var feed = XDocument.Parse(await _client.GetStringAsync("/feeds/atom.xml?language=en")).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        Assert.Equal("http://localhost/feeds/atom.xml?language=en", (string?)feed.Element(Atom + "id"));
        Assert.Equal(_service.Clock.Now, (DateTimeOffset)feed.Element(Atom + "updated")!);
        Assert.Equal("self", (string?)feed.Elements(Atom + "link").First().Attribute("rel"));
        Assert.Equal("urn:newsplatform:article:odd", (string?)entry.Element(Atom + "id"));
        Assert.NotNull(entry.Element(Atom + "updated"));
        Assert.Equal("TIDEWATER-POST", (string?)entry.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.Equal("https://tidewater-post.example/odd", (string?)entry.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "via").Attribute("href"));
    }

    [Fact]
    public async Task Json_feed_leaves_out_what_has_no_value_and_names_its_next_page()
    {
        await TakeInOddAsync();
        await _service.TakeInAsync(AnArticle.Enriched("older", publishedAt: AnArticle.Noon.AddDays(-1)));

        var feed = await _client.GetFromJsonAsync<JsonObject>("/feeds/feed.json?limit=1");
        var next = await _client.GetFromJsonAsync<JsonObject>((string)feed!["next_url"]!);
        var item = feed["items"]![0]!.AsObject();

        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("urn:newsplatform:article:odd", (string?)item["id"]);
        Assert.False(item.ContainsKey("image"));
        Assert.Equal("urn:newsplatform:article:older", (string?)next!["items"]![0]!["id"]);
        Assert.False(next.ContainsKey("next_url"));
    }

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task Filters_like_the_api_and_says_nothing_new_with_304(string file)
    {
        await _service.TakeInAsync(AnArticle.Enriched("one", section: "City"), AnArticle.Enriched("two", section: "Sport"));

        var first = await _client.GetAsync($"/feeds/{file}?section=city");
        var text = await first.Content.ReadAsStringAsync();
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/feeds/{file}?section=city");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/feeds/{file}");

        Assert.Contains("article:one", text, StringComparison.Ordinal);
        Assert.DoesNotContain("article:two", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync($"/feeds/{file}?limit=x")).StatusCode);
    }

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    public async Task An_empty_feed_is_a_document_too(string file) =>
        Assert.NotNull(XDocument.Parse(await _client.GetStringAsync($"/feeds/{file}?q=nothing")).Root);

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private Task TakeInOddAsync() => _service.TakeInAsync(AnArticle.Enriched("odd", title: Odd, text: Odd));
}
