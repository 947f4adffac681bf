using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Ingestion.Tests.ShowRevisions;

public sealed class RevisionsTests : IAsyncLifetime
{
    private IngestionHarness _service = null!;

    [Fact]
    public async Task An_edited_article_shows_its_revisions_with_the_words_that_changed()
    {
        var first = await _service.PushArticleAsync("pier", "The mayor thanked everyone.");
        await PublishedAsync(1);
        await _service.PushArticleAsync("pier", "The mayor thanked the engineers.");
        await PublishedAsync(2);

        var page = await _service.GetAsync($"/api/v1/articles/{first.Id}/revisions");
        var older = await _service.GetAsync($"/api/v1/articles/{first.Id}/revisions?limit=1&cursor={(await _service.GetAsync($"/api/v1/articles/{first.Id}/revisions?limit=1")).GetProperty("next").GetString()}");

        Assert.Equal([2L, 1L], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("revision").GetInt64()));
        var newest = page.GetProperty("items")[0];
        var change = Assert.Single(newest.GetProperty("changes").EnumerateArray());
        Assert.Equal("text", change.GetProperty("field").GetString());
        Assert.Equal(["everyone"], Texts(change, "removed"));
        Assert.Equal(["the engineers"], Texts(change, "added"));
        Assert.Equal((2, 1), (newest.GetProperty("wordsAdded").GetInt32(), newest.GetProperty("wordsRemoved").GetInt32()));
        Assert.Equal(1L, Assert.Single(older.GetProperty("items").EnumerateArray()).GetProperty("revision").GetInt64());
        Assert.Equal(JsonValueKind.Null, older.GetProperty("next").ValueKind);
        Assert.Equal("lindmoor", Assert.Single(page.GetProperty("seenIn").EnumerateArray()).GetProperty("sourceId").GetString());
    }

    [Fact]
    public async Task A_withdrawn_article_shows_nothing_of_what_it_said()
    {
        var first = await _service.PushArticleAsync("pier");
        await PublishedAsync(1);
        await _service.Client.DeleteAsync($"/api/v1/articles/{first.Id}");

        Assert.Equal(HttpStatusCode.Gone, (await _service.Client.GetAsync($"/api/v1/articles/{first.Id}/revisions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _service.Client.GetAsync("/api/v1/articles/unknown/revisions")).StatusCode);
    }

    [Fact]
    public async Task An_embargoed_revision_is_not_shown_before_its_minute()
    {
        var first = await _service.PushArticleAsync("pier");
        await PublishedAsync(1);
        var until = _service.Clock.GetUtcNow().AddHours(1);
        await _service.Client.PostAsJsonAsync("/api/v1/articles", new { url = "https://news.example/pier", title = "Secret until then", text = "A text about the pier that nobody may read before its minute has come.", embargoedUntil = until });
        await PublishedAsync(2);

        var before = await _service.GetAsync($"/api/v1/articles/{first.Id}/revisions");
        _service.Clock.Advance(TimeSpan.FromHours(2));
        var after = await _service.GetAsync($"/api/v1/articles/{first.Id}/revisions");

        Assert.Equal(1, before.GetProperty("revision").GetInt64());
        Assert.DoesNotContain("Secret", before.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, after.GetProperty("revision").GetInt64());
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static IEnumerable<string?> Texts(JsonElement change, string op) =>
        change.GetProperty("parts").EnumerateArray().Where(part => part.GetProperty("op").GetString() == op).Select(part => part.GetProperty("text").GetString());

    private Task PublishedAsync(long revision) =>
        _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1 && _service.Downstream.Held.Values.Single().Revision == revision);
}
