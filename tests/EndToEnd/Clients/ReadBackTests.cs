using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.EndToEnd.Tests.Site;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Clients;

/// <summary>What the platform gives out is read back by its own readers and by those of others.</summary>
[Collection(DemoSite.Collection)]
public sealed class ReadBackTests(DemoSite site)
{
    private const int Compared = 10;

    private static readonly string[] XmlFeeds = ["feeds/rss.xml", "feeds/atom.xml"];

    [Theory]
    [InlineData("feeds/rss.xml?limit=10")]
    [InlineData("feeds/atom.xml?limit=10")]
    [InlineData("feeds/feed.json?limit=10")]
    public async Task Our_own_reader_finds_the_newest_articles_in_their_order(string path)
    {
        var expected = await NewestAsync();

        var preview = await PreviewAsync(path, "feed");

        Assert.NotEmpty(expected);
        Assert.Equal("feed", preview.GetProperty("kind").GetString());
        Assert.Equal(expected.Select(item => item.Title), preview.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
        Assert.Equal(expected.Select(item => item.Time), preview.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("publishedAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Our_own_reader_reads_an_articles_page_by_its_embedded_data()
    {
        var article = await site.FirstAsync("articles?language=en&limit=1");

        var page = (await PreviewAsync($"article/{DemoSite.Id(article)}", "page")).GetProperty("page");

        Assert.Equal(DemoSite.Title(article), page.GetProperty("title").GetString());
        Assert.Equal(article.GetProperty("publishedAt").GetDateTimeOffset(), page.GetProperty("publishedAt").GetDateTimeOffset());
        Assert.Equal(article.GetProperty("authors").EnumerateArray().Select(name => name.GetString()), page.GetProperty("authors").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("embedded", page.GetProperty("provenance").GetProperty("fields").GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_rss_parser_of_npm_reads_our_feeds() =>
        await AssertReadAsync(await ClientScript.RunNodeOrSkipAsync("feeds.mjs", Addresses()));

    [Fact]
    public async Task The_feedparser_of_python_reads_our_feeds_and_finds_nothing_broken()
    {
        var read = await ClientScript.RunPythonOrSkipAsync("feeds.py", "feedparser", Addresses());

        Assert.DoesNotContain("\"isBroken\": true", read, StringComparison.Ordinal);
        await AssertReadAsync(read);
    }

    [Fact]
    public async Task The_list_of_our_feeds_is_taken_in_as_sources()
    {
        using var client = new HttpClient();
        var opml = await client.GetStringAsync(new Uri(site.Root, "feeds/opml.xml"));
        using var body = new StringContent(opml, System.Text.Encoding.UTF8, "text/x-opml");

        // A platform that polled itself would go round in circles: only what is read of it counts here.
        var document = System.Xml.Linq.XDocument.Parse(opml);
        var addresses = document.Descendants("outline").Select(outline => (string?)outline.Attribute("xmlUrl")).OfType<string>().ToList();

        Assert.Contains(addresses, address => address.EndsWith("feeds/atom.xml", StringComparison.Ordinal));
        Assert.True(addresses.Count(address => address.Contains("source=", StringComparison.Ordinal)) >= 3, opml);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(addresses.First(address => address.Contains("section=", StringComparison.Ordinal))))).StatusCode);
    }

    [Fact]
    public async Task An_item_of_ninjs_pushed_back_is_the_article()
    {
        var article = await site.FirstAsync("articles?language=en&limit=1");
        var item = (JsonObject)JsonNode.Parse((await site.Api.GetAsync($"api/v1/articles/{DemoSite.Id(article)}/ninjs")).GetRawText())!;

        Assert.Equal(DemoSite.Title(article), (string?)item["headlines"]![0]!["value"]);
        Assert.Equal(("3.1", "text", "usable", "en"), ((string?)item["standard"]!["version"], (string?)item["type"], (string?)item["pubStatus"], (string?)item["language"]));

        // Under another name and embargoed for good, so that this run's other tests do not see it.
        (item["uri"], item["embargoedUntil"]) = ("urn:test:ninjs", "2099-01-01T00:00:00Z");
        using var body = JsonContent.Create(item);
        var (status, answer) = await site.Api.SendAsync(HttpMethod.Post, "api/v1/articles", body);
        Assert.True(status == HttpStatusCode.Accepted, answer.ToString());
    }

    private string Addresses() => string.Join('\n', XmlFeeds.Select(path => $"{site.Root}{path}?limit={Compared}")) + "\n";

    private async Task<List<(string Title, DateTimeOffset Time)>> NewestAsync() =>
        [.. (await site.Api.GetAsync($"api/v1/articles?limit={Compared}")).GetProperty("items").EnumerateArray().Select(item => (DemoSite.Title(item), item.GetProperty("publishedAt").GetDateTimeOffset()))];

    private async Task<JsonElement> PreviewAsync(string path, string kind)
    {
        using var body = JsonContent.Create(new { url = new Uri(site.Root, path), kind });
        var (status, preview) = await site.Api.SendAsync(HttpMethod.Post, "api/v1/sources/preview", body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {preview}");
        return preview;
    }

    private async Task AssertReadAsync(string lines)
    {
        var expected = await NewestAsync();
        var feeds = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(XmlFeeds.Length, feeds.Count);
        Assert.All(feeds, feed =>
        {
            var items = feed["items"]!.AsArray();
            Assert.Equal(expected.Select(item => item.Title), items.Select(item => (string)item!["title"]!));
            Assert.Equal(expected.Select(item => item.Time), items.Select(item => (DateTimeOffset)item!["published"]!));
            Assert.All(items, item => Assert.StartsWith($"{site.Root}article/", (string)item!["link"]!, StringComparison.Ordinal));
        });
    }
}
