using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Ingestion.Tests.PollSources;

namespace NewsPlatform.Ingestion.Tests.DiscoverSource;

/// <summary>A site's address alone is enough.</summary>
public sealed class DiscoverSourceTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Theory]
    [InlineData("""<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="alternate" type="application/rss+xml" title="News" href="feed">""", "a link of the page")]
    [InlineData("", "a usual address")]
    public async Task The_feed_of_a_site_is_found_and_its_articles_come_in(string head, string foundBy)
    {
        PutFrontPage(head);
        PutArticles("/a", "/b");
        _site.PutFeed("/a", "/b");

        var preview = await PreviewAsync("/");
        var added = await AddAsync("/");

        Assert.Equal(("feed", foundBy, Address("/feed")), (Text(preview, "kind"), Text(preview, "foundBy"), Text(preview, "url")));
        Assert.Equal(["Item /a", "Item /b"], preview.GetProperty("items").EnumerateArray().Select(item => Text(item, "title")));
        var page = preview.GetProperty("page");
        Assert.Equal(("Story of /a", JsonValueKind.Null), (Text(page, "title"), page.GetProperty("problem").ValueKind));
        Assert.NotEmpty(Text(page, "rule"));
        Assert.Contains("harbour council", Text(page, "text"), StringComparison.Ordinal);
        Assert.Equal(("feed", Address("/feed"), "Lindmoor Post"), (Text(added, "kind"), Text(added, "url"), Text(added, "name")));
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
    }

    [Fact]
    public async Task A_news_sitemap_that_robots_names_is_found_and_a_map_of_the_whole_site_is_not()
    {
        PutFrontPage(string.Empty);
        PutArticles("/a");
        _site.Pages["/robots.txt"] = new SitePage("text/plain", $"User-agent: *\nSitemap: {Address("/all.xml")}\nsitemap: /maps/news.xml # news\n");
        _site.Pages["/all.xml"] = new SitePage("application/xml", $"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{Address("/old")}</loc></url></urlset>""");
        _site.Pages["/maps/news.xml"] = new SitePage("application/xml", $"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{Address("/a")}</loc>
            <news:news><news:publication><news:name>Lindmoor Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-20</news:publication_date><news:title>Story of a</news:title></news:news></url></urlset>
            """);

        var preview = await PreviewAsync("/", "auto");

        Assert.Equal(("sitemap", Address("/maps/news.xml"), "robots.txt"), (Text(preview, "kind"), Text(preview, "url"), Text(preview, "foundBy")));
    }

    [Fact]
    public async Task An_index_of_sitemaps_shows_what_its_first_one_lists()
    {
        PutArticles("/a");
        _site.Pages["/index.xml"] = new SitePage("application/xml", $"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{Address("/maps/news.xml")}</loc></sitemap></sitemapindex>""");
        _site.Pages["/maps/news.xml"] = new SitePage("application/xml", $"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{Address("/a")}</loc>
            <news:news><news:title>The bridge reopens</news:title><news:publication_date>2026-11-20T11:00:00Z</news:publication_date></news:news></url></urlset>
            """);
        _site.Pages["/empty.xml"] = new SitePage("application/xml", $"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{Address("/nowhere.xml")}</loc></sitemap></sitemapindex>""");

        var preview = await PreviewAsync("/index.xml", "sitemap");
        var broken = await PostPreviewAsync("/empty.xml", "sitemap");

        Assert.Equal((Address("/index.xml"), "The bridge reopens"), (Text(preview, "url"), preview.GetProperty("items")[0].GetProperty("title").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("/nowhere.xml, which could not be read", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_feed_and_sitemap_is_read_by_the_list_on_its_page()
    {
        PutArticles("/news/a", "/news/b", "/news/c");
        _site.PutListing("/news/a", "/news/b", "/news/c");

        var preview = await PreviewAsync("/news");
        var added = await AddAsync("/news");

        Assert.Equal(("listing", 3, "Story of /news/a"), (Text(preview, "kind"), preview.GetProperty("itemCount").GetInt32(), Text(preview.GetProperty("page"), "title")));
        Assert.Equal("listing", Text(added, "kind"));
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 3, Published: 3 });
    }

    [Fact]
    public async Task Selectors_of_the_owner_read_a_listing_that_is_not_understood_by_itself()
    {
        PutArticles("/x", "/y");
        _site.Pages["/odd"] = new SitePage("text/html", """<html><body><p class="e"><i>Ice</i><a href="/x">x</a></p><p class="e"><i>Snow</i><a href="/y">y</a></p></body></html>""");

        var response = await _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Odd", kind = "listing", url = Address("/odd"), selectors = new { entry = "p.e", headline = "i" } });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
    }

    [Fact]
    public async Task An_articles_own_address_is_a_single_page()
    {
        _site.PutArticle("/2026/pier", "Pier is mended");
        _site.Pages["/2026/pier"] = _site.Pages["/2026/pier"] with { Body = _site.Pages["/2026/pier"].Body.Replace("<head>", "<head><meta property=\"og:type\" content=\"article\">", StringComparison.Ordinal) };

        var preview = await PreviewAsync("/2026/pier");

        Assert.Equal(("page", "Pier is mended"), (Text(preview, "kind"), Text(preview.GetProperty("page"), "title")));
    }

    [Fact]
    public async Task A_preview_stores_nothing_and_says_why_it_found_nothing()
    {
        _site.Pages["/"] = new SitePage("text/html", "<html><body>Under construction.</body></html>");

        var nothing = await PostPreviewAsync("/", "auto");
        var away = await PostPreviewAsync("/gone", "auto");
        var noFeed = await PostPreviewAsync("/", "feed");
        var notAdded = await _service.Client.PostAsJsonAsync("/api/v1/sources", new { url = Address("/") });

        Assert.All([nothing, away, noFeed, notAdded], response => Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode));
        Assert.Contains("no feed, no news sitemap, no list", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("404", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await _service.GetAsync("/api/v1/sources")).GetProperty("items").EnumerateArray());
        Assert.True(_site.Requests.Count < 60, $"{_site.Requests.Count} requests");
    }

    [Fact]
    public async Task A_private_network_is_previewed_no_more_than_it_is_fetched()
    {
        await using var guarded = await IngestionHarness.StartAsync();

        var response = await guarded.Client.PostAsJsonAsync("/api/v1/sources/preview", new { url = Address("/") });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task A_secret_is_named_by_the_source_and_shown_to_its_own_host_alone()
    {
        var (withSecret, without) = (new FetchSourceHeaders(_site, "127.0.0.1"), new FetchSourceHeaders(_site, "elsewhere.example"));

        Assert.Equal("Basic cmVhZGVyOnNlc2FtZQ==", await withSecret.SeenAsync("lindmoor"));
        Assert.Null(await without.SeenAsync("lindmoor"));
        Assert.Contains("Fetching:Credentials:unknown", await withSecret.ProblemAsync("unknown"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(("Fetching:AllowedNetworks", "127.0.0.1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? string.Empty;

    private string Address(string path) => new Uri(_site.Address, path).AbsoluteUri;

    private void PutFrontPage(string head) =>
        _site.Pages["/"] = new SitePage("text/html", $"<html><head><title>Lindmoor Post</title>{head}</head><body><p>Welcome to the harbour.</p></body></html>");

    private void PutArticles(params string[] paths)
    {
        foreach (var path in paths)
            _site.PutArticle(path, $"Story of {path}", $"This one is about {path}.");
    }

    private async Task<JsonElement> PreviewAsync(string path, string? kind = null)
    {
        var response = await PostPreviewAsync(path, kind);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> PostPreviewAsync(string path, string? kind) =>
        _service.Client.PostAsJsonAsync("/api/v1/sources/preview", new { url = Address(path), kind });

    private async Task<JsonElement> AddAsync(string path)
    {
        var response = await _service.Client.PostAsJsonAsync("/api/v1/sources", new { url = Address(path) });
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
