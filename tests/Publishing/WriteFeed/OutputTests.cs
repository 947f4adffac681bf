using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.WriteFeed;

/// <summary>Feeds' pages and recordings, ninjs, sitemaps, OPML.</summary>
public sealed class OutputTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public OutputTests() => _client = _service.CreateClient();

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    public async Task A_feed_leads_to_its_older_articles(string file)
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 5).Select(number => AnArticle.Enriched($"a{number}", publishedAt: AnArticle.Noon.AddHours(-number)))]);

        var pages = new List<int>();
        for (string? address = $"/feeds/{file}?limit=2"; address is not null;)
        {
            var feed = XDocument.Parse(await _client.GetStringAsync(address));
            pages.Add(feed.Descendants().Count(element => element.Name.LocalName is "item" or "entry"));
            address = (string?)feed.Descendants(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href");
        }

        Assert.Equal([2, 2, 1], pages);
    }

    [Fact]
    public async Task A_recording_is_an_enclosure_in_each_form_and_a_story_names_the_feed()
    {
        var article = AnArticle.Enriched("a1");
        await _service.TakeInAsync(article with { Content = article.Content with { Recording = new ArticleRecording("https://tidewater.example/1.mp3", "audio/mpeg", 4_096, 61.5), Image = "https://tidewater.example/1.jpg" } });
        await _service.TakeInAsync(AnArticle.Story("story-1", 1, "a1"));

        var rss = XDocument.Parse(await _client.GetStringAsync("/feeds/rss.xml?story=story-1")).Root!.Element("channel")!;
        var atom = XDocument.Parse(await _client.GetStringAsync("/feeds/atom.xml")).Root!;
        var json = JsonNode.Parse(await _client.GetStringAsync("/feeds/feed.json"))!;

        Assert.Equal("NewsPlatform: Harbour bridge reopens", (string?)rss.Element("title"));
        Assert.Equal(("https://tidewater.example/1.mp3", "4096", "audio/mpeg"), ((string?)rss.Element("item")!.Element("enclosure")!.Attribute("url"), (string?)rss.Element("item")!.Element("enclosure")!.Attribute("length"), (string?)rss.Element("item")!.Element("enclosure")!.Attribute("type")));
        Assert.Equal("https://tidewater.example/1.jpg", (string?)rss.Descendants(XName.Get("content", "http://search.yahoo.com/mrss/")).Single().Attribute("url"));
        Assert.Equal("https://tidewater.example/1.mp3", (string?)atom.Descendants(Atom + "link").Single(link => (string?)link.Attribute("rel") == "enclosure").Attribute("href"));
        Assert.Equal("""[{"url":"https://tidewater.example/1.mp3","mime_type":"audio/mpeg","size_in_bytes":4096,"duration_in_seconds":61.5}]""", json["items"]![0]!["attachments"]!.ToJsonString());
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days_and_its_index_every_file()
    {
        var now = _service.Clock.Now;
        await _service.TakeInAsync(
            AnArticle.Enriched("new", title: "New & good", publishedAt: now.AddHours(-1)),
            AnArticle.Enriched("unknown", language: "und", publishedAt: now.AddHours(-1)),
            AnArticle.Enriched("old", publishedAt: now.AddHours(-49)));

        var index = XDocument.Parse(await _client.GetStringAsync("/sitemap.xml"));
        var file = XDocument.Parse(await _client.GetStringAsync("/sitemaps/news.xml"));

        Assert.Equal("http://localhost/sitemaps/news.xml", (string?)index.Descendants(Sitemap + "loc").Single());
        Assert.Equal("http://localhost/article/new", (string?)file.Descendants(Sitemap + "loc").Single());
        Assert.Equal(("NewsPlatform", "en", "New & good"), ((string?)file.Descendants(News + "name").Single(), (string?)file.Descendants(News + "language").Single(), (string?)file.Descendants(News + "title").Single()));
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await _client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_an_item_of_ninjs_and_a_withdrawn_one_is_gone()
    {
        var article = AnArticle.Enriched("a1", section: "City", entities: [new Entity("Mara Lindqvist", "PER", []) { Id = "Q42" }]);
        await _service.TakeInAsync(article with { Content = article.Content with { Authors = ["A. Reed"], Image = "https://tidewater.example/1.jpg" }, Analysis = article.Analysis with { Topics = [new Topic("medtop:15000000", "sport", .8)], Entities = article.Analysis.Entities } });

        using var answer = await _client.GetAsync("/api/v1/articles/a1/ninjs");
        var item = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/ninjs+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ("urn:newsplatform:article:a1", "Harbour bridge reopens", "A. Reed", "https://tidewater-post.example/a1"),
            ((string?)item["uri"], (string?)item["headlines"]![0]!["value"], (string?)item["by"], (string?)item["altIds"]![0]!["value"]));
        Assert.Equal("""[{"name":"Mara Lindqvist","rel":"mentions","uri":"https://www.wikidata.org/entity/Q42"}]""", item["people"]!.ToJsonString());
        Assert.Contains("http://cv.iptc.org/newscodes/mediatopic/15000000", item["subjects"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""[{"name":"picture","type":"picture","uri":"urn:newsplatform:article:a1:picture","renditions":[{"name":"main","href":"https://tidewater.example/1.jpg"}]}]""", item["associations"]!.ToJsonString());
        Assert.Equal("<p>The bridge over the harbour reopened on Friday.</p>", ((string?)item["bodies"]![0]!["value"])!.Trim());
        await _service.TakeInAsync(AnArticle.Withdrawn("a1"));
        Assert.Equal(HttpStatusCode.Gone, (await _client.GetAsync("/api/v1/articles/a1/ninjs")).StatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }
}
