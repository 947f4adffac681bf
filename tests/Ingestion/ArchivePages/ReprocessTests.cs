using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ArchivePages;

/// <summary>What was fetched lies in the archive, and can be read again.</summary>
public sealed class ReprocessTests : IAsyncLifetime
{
    private readonly TempFolder _archive = new();
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_fetched_page_read_again_with_the_same_rules_changes_nothing_and_with_other_words_is_a_revision()
    {
        var page = await FetchOneAsync();

        var same = await ReprocessAsync(page);
        var better = await ReprocessAsync(page with { Body = Replace(page.Body, "mend the old ferry pier", "mend and paint the old ferry pier") });
        var details = await ReprocessAsync(page with { Body = Replace(Replace(page.Body, "mend the old ferry pier", "mend and paint the old ferry pier"), "<head>", "<head><meta property=\"article:section\" content=\"Harbour\">") });

        Assert.Equal(("unchanged", 1L), same);
        Assert.Equal(("revised", 2L), better);
        Assert.Equal(("revised", 3L), details);
        Assert.Equal("lindmoor-post", page.Note.SourceId);
    }

    [Fact]
    public async Task An_archived_page_never_replaces_what_came_later_and_brings_nothing_withdrawn_back()
    {
        var page = await FetchOneAsync();
        var changed = page with { Body = Replace(page.Body, "mend the old ferry pier", "sell the old ferry pier") };
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.Client.PostAsJsonAsync("/api/v1/articles", new { url = page.Url.AbsoluteUri, title = "Corrected by a person", text = "The council will mend the pier and sell nothing, it said on Wednesday morning." });

        var older = await ReprocessAsync(changed);
        await _service.Client.DeleteAsync($"/api/v1/articles/{_service.Downstream.Held.Keys.Single()}");
        var withdrawn = await ReprocessAsync(changed with { FetchedAt = page.FetchedAt.AddHours(1) });

        Assert.Equal(("older", 2L), older);
        Assert.Equal(("withdrawn", 3L), withdrawn);
    }

    [Fact]
    public async Task The_page_of_a_withdrawn_article_goes_from_the_archive_with_the_next_sweep()
    {
        await FetchOneAsync();
        Assert.Single(AnArchive.Read(_archive.Path));

        await _service.Client.DeleteAsync($"/api/v1/articles/{_service.Downstream.Held.Keys.Single()}");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Withdrawn == 1);
        _service.Clock.Advance(TimeSpan.FromMinutes(61));

        await Eventually.BecomesTrueAsync(() => Task.FromResult(AnArchive.Read(_archive.Path).Count == 0), what: "The archive without the page");
    }

    [Fact]
    public async Task A_page_in_which_no_article_was_found_lies_in_the_archive_too_and_is_taken_when_one_is()
    {
        _site.PutFeed("/a");
        _site.Pages["/a"] = new SitePage("text/html", "<html><body>A page of a new make that nobody reads yet.</body></html>");
        await AddSourceAsync();
        var page = await ArchivedAsync();

        var unreadable = await PostAsync(page);
        _site.PutArticle("/a", "Story of a");
        var read = await ReprocessAsync(page with { Body = System.Text.Encoding.UTF8.GetBytes(_site.Pages["/a"].Body) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
        Assert.Equal(("added", 1L), read);
    }

    [Theory]
    [InlineData("?fetchedAt=2026-11-20T10:00:00Z", "url")]
    [InlineData("?url=https%3A%2F%2Fnews.example%2Fa", "fetchedAt")]
    public async Task Refuses_a_page_without_address_or_time(string query, string sentence)
    {
        var response = await _service.Client.PostAsync("/api/v1/archive/pages" + query, new StringContent("<p>x</p>"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(sentence, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(("Fetching:AllowedNetworks", "127.0.0.1"), ("Archive:Path", _archive.Path));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
        _archive.Dispose();
    }

    private static byte[] Replace(byte[] body, string part, string instead) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body).Replace(part, instead, StringComparison.Ordinal));

    private async Task<ArchivedPage> FetchOneAsync()
    {
        _site.PutArticle("/a", "Story of a");
        _site.PutFeed("/a");
        await AddSourceAsync();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        return await ArchivedAsync();
    }

    private async Task<ArchivedPage> ArchivedAsync() => (await Eventually.BecomesAsync(
        () => Task.FromResult(Directory.Exists(_archive.Path) ? AnArchiveOpen() : []), pages => pages.Count > 0))[0];

    private List<ArchivedPage> AnArchiveOpen() =>
        [.. Directory.EnumerateFiles(_archive.Path).SelectMany(file => { using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite); return WarcReader.Read(stream).ToList(); })];

    private Task<HttpResponseMessage> AddSourceAsync() =>
        _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = new Uri(_site.Address, "/feed").AbsoluteUri });

    private Task<HttpResponseMessage> PostAsync(ArchivedPage page) => _service.Client.PostAsync(
        $"/api/v1/archive/pages?url={Uri.EscapeDataString(page.Url.AbsoluteUri)}&fetchedAt={Uri.EscapeDataString(page.FetchedAt.ToString("O", CultureInfo.InvariantCulture))}&source={page.Note.SourceId}&sourceName=Lindmoor%20Post",
        new ByteArrayContent(page.Body));

    private async Task<(string Outcome, long Revision)> ReprocessAsync(ArchivedPage page)
    {
        var response = await PostAsync(page);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var receipt = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (receipt.GetProperty("outcome").GetString()!, receipt.GetProperty("revision").GetInt64());
    }
}
