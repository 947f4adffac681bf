using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class PollSourceTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task Every_article_of_a_feed_is_fetched_from_its_page_and_published_once()
    {
        PutSite("/a", "/b", "/c");

        await AddSourceAsync("/feed");

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 3, Published: 3, InFlight: 0, Difference: 0 });
        var sent = _service.Downstream.Delivered.ToArray();
        Assert.Equal(["Story of /a", "Story of /b", "Story of /c"], sent.Select(message => message.Content.Title).Order());
        Assert.All(sent, message => Assert.Equal(("lindmoor-post", "en", "Local"), (message.Content.Source.Id, message.Content.LanguageHint, message.Content.Section)));
        var source = await SourceBecomesAsync(view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String);
        Assert.Equal("healthy", source.GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_a_feed_says_of_comments_place_and_recording_goes_with_the_article_of_the_page()
    {
        _site.PutArticle("/a", "Story of /a");
        _site.Pages["/feed"] = new SitePage("application/rss+xml", $"""
            <rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:georss="http://www.georss.org/georss" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Lindmoor Post</title>
            <item><title>Item a</title><link>{_site.Address}a</link><comments>{_site.Address}a#talk</comments><slash:comments>17</slash:comments><georss:point>46.48 30.73</georss:point><georss:featurename>Lindmoor</georss:featurename>
            <enclosure url="{_site.Address}a.mp3" type="audio/mpeg" length="12345678"/><itunes:duration>1:02:03</itunes:duration></item></channel></rss>
            """);

        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        var content = Assert.Single(_service.Downstream.Delivered).Content;
        Assert.Equal(("Story of /a", new ArticleComments($"{_site.Address}a#talk", 17)), (content.Title, content.Comments));
        Assert.Equal(new ArticlePlace("Lindmoor", 46.48, 30.73), content.Place);
        Assert.Equal(new ArticleRecording($"{_site.Address}a.mp3", "audio/mpeg", 12_345_678, 3_723), content.Recording);
    }

    [Fact]
    public async Task A_sitemap_a_listing_and_a_single_page_bring_the_same_articles_only_once()
    {
        PutSite("/news/a", "/news/b", "/news/c");
        _site.PutSitemap("/news/a", "/news/b", "/news/c");
        _site.PutListing("/news/a", "/news/b", "/news/c");
        await AddSourceAsync("/sitemap.xml", "sitemap");
        await AddSourceAsync("/news", "listing");
        await AddSourceAsync("/news/a", "page");

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 3, Published: 3 });
        foreach (var id in new[] { "lindmoor-post", "lindmoor-post-2", "lindmoor-post-3" })
            await SourceBecomesAsync(view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String, id);

        await PagesBecomeAsync(waiting: 0);
        Assert.Equal((3L, 3L, 0L), await NumbersAsync());
        Assert.All(_service.Downstream.Held.Values, held => Assert.Equal(1, held.Revision));
    }

    [Fact]
    public async Task The_page_of_an_article_that_several_feeds_name_is_fetched_once_and_the_article_is_seen_in_all_of_them()
    {
        PutSite("/a", "/b");
        _site.Pages["/sport"] = _site.Pages["/feed"] with { ETag = null };
        _site.Pages["/local"] = _site.Pages["/feed"] with { ETag = null };
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);

        await AddSourceAsync("/sport");
        await AddSourceAsync("/local");
        foreach (var id in new[] { "lindmoor-post-2", "lindmoor-post-3" })
            await SourceBecomesAsync(view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String, id);

        await PagesBecomeAsync(waiting: 0);
        Assert.Equal((1, 1), (_site.RequestsOf("/a"), _site.RequestsOf("/b")));
        foreach (var id in _service.Downstream.Held.Keys)
        {
            var seenIn = (await _service.GetAsync($"/api/v1/articles/{id}/journey")).GetProperty("seenIn").EnumerateArray().Select(source => source.GetProperty("sourceId").GetString());
            Assert.Equal(["lindmoor-post", "lindmoor-post-2", "lindmoor-post-3"], seenIn.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_whose_address_another_page_only_claims_for_itself_is_fetched_all_the_same()
    {
        PutSite("/a");
        _site.Pages["/a"] = _site.Pages["/a"] with { Body = _site.Pages["/a"].Body.Replace("</title>", $"</title><link rel=\"canonical\" href=\"{new Uri(_site.Address, "/b")}\">", StringComparison.Ordinal) };
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        _site.Pages["/b"] = new SitePage("text/html; charset=utf-8", """
            <html lang="en"><head><title>Library opens again</title></head><body><article><h1>Library opens again</h1>
            <p>After two years of repairs the town library lets readers in on Monday morning, and the first hundred get a bookmark.</p>
            <p>The roof was the longest piece of work, the builders told the paper, because slate of that size is no longer cut.</p></article></body></html>
            """);
        _site.Pages["/sport"] = _site.Pages["/feed"] with { ETag = null, Body = _site.Pages["/feed"].Body.Replace("/a<", "/b<", StringComparison.Ordinal) };
        await AddSourceAsync("/sport");

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/b") == 1));
    }

    [Fact]
    public async Task A_page_of_which_a_second_feed_says_that_it_changed_is_fetched_again()
    {
        PutSite("/a");
        _site.Pages["/sport"] = _site.Pages["/feed"] with { ETag = null };
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        await AddSourceAsync("/sport");
        await SourceBecomesAsync(view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String, "lindmoor-post-2");
        await PagesBecomeAsync(waiting: 0);

        _site.PutArticle("/a", "Story of /a", "It was edited since.");
        _site.Pages["/sport"] = _site.Pages["/sport"] with { Body = _site.Pages["/sport"].Body.Replace("Item /a", "Edited: item /a", StringComparison.Ordinal) };
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post-2/poll", null);

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_service.Downstream.Held.Values.Single().Revision == 2));
        Assert.Equal(2, _site.RequestsOf("/a"));
    }

    [Fact]
    public async Task The_text_of_a_feed_is_taken_when_its_page_is_gone_for_good()
    {
        PutSite("/a");
        _site.Pages["/a"] = new SitePage("text/html", string.Empty) { Status = 410 };
        _site.Pages["/feed"] = _site.Pages["/feed"] with
        {
            Body = _site.Pages["/feed"].Body.Replace(
                "<guid>",
                "<description><![CDATA[<p>The harbour council of Lindmoor agreed on Tuesday to mend the old ferry pier before the winter storms come in.</p>]]></description><guid>",
                StringComparison.Ordinal),
        };

        await AddSourceAsync("/feed");

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1 });
        Assert.StartsWith("The harbour council", Assert.Single(_service.Downstream.Delivered).Content.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_is_asked_conditionally_and_fetches_no_page_again()
    {
        PutSite("/a");
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        await PollAgainAsync(requestsOfFeed: 2);

        Assert.Equal(1, _site.RequestsOf("/a"));
        Assert.Equal(1, (await _service.PipelineAsync()).Accepted);
    }

    [Fact]
    public async Task Only_new_items_of_a_changed_feed_are_fetched()
    {
        PutSite("/a");
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        PutSite("/a", "/b");
        await PollAgainAsync(requestsOfFeed: 2);

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
        Assert.Equal((1, 1), (_site.RequestsOf("/a"), _site.RequestsOf("/b")));
    }

    [Fact]
    public async Task A_poll_that_died_before_its_fetch_state_was_written_finds_its_items_new_again_and_doubles_nothing()
    {
        PutSite("/a", "/b");
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);

        // What a kill between storing the pages and storing the fetch state leaves behind.
        await _service.Services.GetRequiredService<ISourceStore>().SaveFetchStateAsync("lindmoor-post", FetchState.Empty, default);
        await _service.RestartAsync();
        await PollAgainAsync(requestsOfFeed: 2);

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/a") == 2 && _site.RequestsOf("/b") == 2));
        await PagesBecomeAsync(waiting: 0);
        Assert.Equal((2L, 2L, 0L), await NumbersAsync());
        Assert.All(_service.Downstream.Held.Values, held => Assert.Equal(1, held.Revision));
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_again_and_given_up_with_its_reason()
    {
        PutSite("/a");
        _site.Pages.TryRemove("/a", out _);
        await AddSourceAsync("/feed");

        for (var attempt = 1; attempt <= 10; attempt++)
        {
            var seen = attempt;
            await Eventually.BecomesTrueAsync(async () => (await PagesAsync()).Any(page => page.GetProperty("attempts").GetInt32() == seen));
            _service.Clock.Advance(TimeSpan.FromHours(1));
        }

        var page = Assert.Single(await PagesAsync());
        Assert.Equal("givenUp", page.GetProperty("state").GetString());
        Assert.Contains("404", page.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await _service.GetAsync("/api/v1/pipeline")).GetProperty("givenUpPages").GetInt32());
    }

    [Fact]
    public async Task A_source_that_fails_says_why_and_recovers()
    {
        await AddSourceAsync("/feed");
        var failing = await SourceBecomesAsync(view => view.GetProperty("state").GetString() == "degraded");

        PutSite("/a");
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        var healthy = await SourceBecomesAsync(view => view.GetProperty("state").GetString() == "healthy");

        Assert.Contains("404", failing.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, healthy.GetProperty("lastError").ValueKind);
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
    }

    [Fact]
    public async Task A_withdrawn_article_does_not_come_back_with_its_feed()
    {
        PutSite("/a");
        await AddSourceAsync("/feed");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        await _service.Client.DeleteAsync($"/api/v1/articles/{_service.Downstream.Held.Keys.Single()}");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Withdrawn == 1);

        _site.PutArticle("/a", "Story of /a", "It was rewritten.");
        await _service.Services.GetRequiredService<ISourceStore>().SaveFetchStateAsync("lindmoor-post", FetchState.Empty, default);
        await PollAgainAsync(requestsOfFeed: 2);

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/a") == 2));
        await PagesBecomeAsync(waiting: 0);
        Assert.Equal(1, (await _service.PipelineAsync()).Withdrawn);
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

    private void PutSite(params string[] paths)
    {
        foreach (var path in paths)
            _site.PutArticle(path, $"Story of {path}");

        _site.PutFeed(paths);
    }

    private async Task AddSourceAsync(string path, string kind = "feed")
    {
        var response = await _service.Client.PostAsJsonAsync(
            "/api/v1/sources",
            new { name = "Lindmoor Post", kind, url = new Uri(_site.Address, path).AbsoluteUri, language = "en", section = "Local", intervalMinutes = 30 });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task PollAgainAsync(int requestsOfFeed)
    {
        await SourceBecomesAsync(view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String);
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/feed") >= requestsOfFeed));
    }

    private Task<JsonElement> SourceBecomesAsync(Func<JsonElement, bool> satisfied, string id = "lindmoor-post") =>
        Eventually.BecomesAsync(() => _service.GetAsync($"/api/v1/sources/{id}"), satisfied, what: "The source");

    private async Task<IReadOnlyList<JsonElement>> PagesAsync() =>
        [.. (await _service.GetAsync("/api/v1/sources/lindmoor-post/pages")).GetProperty("items").EnumerateArray()];

    private Task PagesBecomeAsync(int waiting) =>
        Eventually.BecomesTrueAsync(async () => (await _service.GetAsync("/api/v1/pipeline")).GetProperty("pendingPages").GetInt32() == waiting);

    private async Task<(long Accepted, long Published, long Difference)> NumbersAsync()
    {
        var numbers = await _service.PipelineAsync();
        return (numbers.Accepted, numbers.Published, numbers.Difference);
    }
}
