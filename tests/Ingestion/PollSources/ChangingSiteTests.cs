using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>A site that edits and removes its articles and changes its encodings: told from what it saw of us.</summary>
public sealed class ChangingSiteTests : IAsyncLifetime
{
    private const string Title = "Паром повернувся до Ліндмора";

    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task An_edited_article_is_fetched_again_when_its_list_says_so_and_becomes_a_revision_not_a_second_article()
    {
        _site.PutArticle("/a", "Story of /a", "It costs nine crowns.");
        PutFeed("first");
        await AddSourceAsync();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        _site.PutArticle("/a", "Story of /a", "It costs twelve crowns.");
        await PollAgainAsync();
        Assert.Equal(1, _site.RequestsOf("/a"));

        PutFeed("second");
        await PollAgainAsync();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_service.Downstream.Held.Values.Single().Revision == 2));
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 1, InFlight: 0 });

        var held = _service.Downstream.Held.Keys.Single();
        var newest = (await _service.GetAsync($"/api/v1/articles/{held}/revisions")).GetProperty("items")[0];
        Assert.Equal((1, 1), (newest.GetProperty("wordsAdded").GetInt32(), newest.GetProperty("wordsRemoved").GetInt32()));
        Assert.Equal((2, 1L), (_site.RequestsOf("/a"), (await _service.PipelineAsync()).Accepted));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_removed_article_stays_as_it_was_read_and_the_feeds_teaser_does_not_take_its_place(int status)
    {
        _site.PutArticle("/a", "Story of /a", "It costs nine crowns.");
        PutFeed("first");
        await AddSourceAsync();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        _site.Pages["/a"] = new SitePage("text/html", "<html><body>Nothing here.</body></html>") { Status = status };
        PutFeed("<p>The harbour council of Lindmoor agreed on Tuesday to mend the old ferry pier before the winter storms come in.</p>");
        await PollAgainAsync();
        await Eventually.BecomesTrueAsync(async () =>
        {
            _service.Clock.Advance(TimeSpan.FromHours(7));
            return (await _service.GetAsync("/api/v1/pipeline")).GetProperty("pendingPages").GetInt32() == 0;
        });

        Assert.Equal((1L, 1L), (_service.Downstream.Held.Values.Single().Revision, (await _service.PipelineAsync()).Published));
        Assert.Contains("nine crowns", _service.Downstream.Delivered.Last().Content.Text(), StringComparison.Ordinal);
        Assert.Equal(status == 410 ? 2 : 11, _site.RequestsOf("/a"));
    }

    [Fact]
    public async Task An_article_that_left_the_list_is_neither_fetched_again_nor_withdrawn()
    {
        _site.PutArticle("/a", "Story of /a");
        _site.PutArticle("/b", "Story of /b");
        _site.PutFeed("/a", "/b");
        await AddSourceAsync();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);

        _site.PutFeed("/b");
        await PollAgainAsync();
        _site.PutFeed("/a", "/b");
        await PollAgainAsync();

        // Back in the list it is looked at once more, and known.
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/a") == 2));
        await Eventually.BecomesTrueAsync(async () => (await _service.GetAsync("/api/v1/pipeline")).GetProperty("pendingPages").GetInt32() == 0);
        Assert.Equal((2L, 2L, 0L), await NumbersAsync());
        Assert.Equal(1, _site.RequestsOf("/b"));
    }

    [Fact]
    public async Task A_feed_and_a_page_that_change_their_charset_between_polls_bring_the_same_article_and_nothing_new()
    {
        var charsets = new[] { "utf-8", "windows-1251", "koi8-u", "utf-16", "iso-8859-5" };
        for (var poll = 0; poll < charsets.Length; poll++)
        {
            // The list's word for the item changes too, so that the page is read each time.
            PutIn(charsets[poll], teaser: $"Номер {poll}");
            if (poll == 0)
                await AddSourceAsync();
            else
                await PollAgainAsync();

            var seen = poll + 1;
            await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/a") == seen), what: $"The page in {charsets[poll]}");
            await Eventually.BecomesTrueAsync(async () => (await _service.GetAsync("/api/v1/pipeline")).GetProperty("pendingPages").GetInt32() == 0);
            await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1 });
        }

        Assert.Equal((Title, 1L), (_service.Downstream.Delivered.Last().Content.Title, _service.Downstream.Held.Values.Single().Revision));
    }

    [Fact]
    public async Task A_list_that_changes_nothing_but_its_charset_or_its_packing_makes_no_page_be_fetched_again()
    {
        PutIn("utf-8", "Номер 1");
        await AddSourceAsync();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        foreach (var charset in new[] { "windows-1251", "koi8-u", "utf-16" })
        {
            PutIn(charset, "Номер 1");
            await PollAgainAsync();
        }

        var text = Encoding.UTF8.GetBytes(FeedIn("utf-8", "Номер 1"));
        foreach (var (packing, pack) in new (string, Func<Stream, Stream>)[] { ("gzip", to => new GZipStream(to, CompressionLevel.Fastest)), ("br", to => new BrotliStream(to, CompressionLevel.Fastest)), ("deflate", to => new ZLibStream(to, CompressionLevel.Fastest)) })
        {
            _site.Pages["/feed"] = new SitePage("", "") { Answer = context => PackedBody.SendAsync(context, packing, PackedBody.Of(pack, text)) };
            await PollAgainAsync();
        }

        Assert.Equal((7, 1), (_site.RequestsOf("/feed"), _site.RequestsOf("/a")));
        Assert.Equal((1L, 1L, 0L), await NumbersAsync());
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

    private void PutFeed(string teaser) => _site.Pages["/feed"] = new SitePage("application/rss+xml", $"""
        <rss version="2.0"><channel><title>Lindmoor Post</title><link>{_site.Address}</link>
        <item><title>Item</title><link>{new Uri(_site.Address, "/a")}</link><guid>a</guid><description><![CDATA[{teaser}]]></description></item></channel></rss>
        """);

    private void PutIn(string charset, string teaser)
    {
        var encoding = Encoding.GetEncoding(charset);
        _site.Pages["/feed"] = BytesOf("application/rss+xml", encoding, FeedIn(charset, teaser));
        _site.Pages["/a"] = BytesOf($"text/html; charset={charset}", encoding, $"""
            <html lang="uk"><head><title>{Title}</title></head><body><article><h1>{Title}</h1>
            <p>Рада порту Ліндмора у вівторок погодилася полагодити старий поромний причал до зимових штормів, повідомив начальник порту.</p>
            <p>Роботи почнуться наступного тижня, і пором відходитиме від північної набережної аж до весни, сказав він журналістам.</p></article></body></html>
            """);
    }

    private string FeedIn(string charset, string teaser) => $"""
        <?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>Ліндморська пошта</title><link>{_site.Address}</link>
        <item><title>{Title}</title><link>{new Uri(_site.Address, "/a")}</link><guid>a</guid><description>{teaser}</description></item></channel></rss>
        """;

    private static SitePage BytesOf(string contentType, Encoding encoding, string text) => new("", "")
    {
        Answer = async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        },
    };

    private Task<HttpResponseMessage> AddSourceAsync() =>
        _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = new Uri(_site.Address, "/feed").AbsoluteUri, intervalMinutes = 15 });

    private async Task<(long Accepted, long Published, long Difference)> NumbersAsync()
    {
        var numbers = await _service.PipelineAsync();
        return (numbers.Accepted, numbers.Published, numbers.Difference);
    }

    private async Task PollAgainAsync()
    {
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        await Eventually.BecomesTrueAsync(async () => (await _service.GetAsync("/api/v1/sources/lindmoor-post")).GetProperty("lastSuccessAt") is { ValueKind: JsonValueKind.String } at && at.GetDateTimeOffset() == _service.Clock.Now);
    }
}
