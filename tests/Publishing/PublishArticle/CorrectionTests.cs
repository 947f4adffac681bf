using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Publishing.Tests.PublishArticle;

/// <summary>What a publisher puts right reaches every form in which the article is given, and the change log tells it.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Note = "The pier is <90 m> long.";
    private const string Escaped = "The pier is &lt;90 m&gt; long.";

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public CorrectionTests() => _client = _service.CreateClient();

    [Fact]
    public async Task The_note_stands_in_api_page_feeds_and_ninjs_and_the_log_tells_a_revision()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", language: "ru"));
        Assert.DoesNotContain("Исправлено", await _client.GetStringAsync("/article/a1"), StringComparison.Ordinal);

        var corrected = AnArticle.Enriched("a1", revision: 2, language: "ru");
        await _service.TakeInAsync(corrected with { Content = corrected.Content with { Correction = Note } });

        Assert.Equal(Note, (await _client.GetFromJsonAsync<JsonElement>("/api/v1/articles/a1")).GetProperty("correction").GetString());
        var page = await _client.GetStringAsync("/article/a1?lang=en");
        Assert.Contains($"<p class=\"correction\"><strong>Исправлено:</strong> {Escaped}</p>", page, StringComparison.Ordinal);
        Assert.Contains("\"correction\":\"The pier is ", page, StringComparison.Ordinal);
        var item = (await _client.GetFromJsonAsync<JsonElement>("/feeds/feed.json")).GetProperty("items")[0];
        Assert.StartsWith($"<p class=\"correction\"><strong>Исправлено:</strong> {Escaped}</p>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        foreach (var feed in new[] { "/feeds/rss.xml", "/feeds/atom.xml" })
        {
            Assert.Contains("Исправлено:", await _client.GetStringAsync(feed), StringComparison.Ordinal);
        }

        var ninjs = await _client.GetFromJsonAsync<JsonElement>("/api/v1/articles/a1/ninjs");
        Assert.Contains(ninjs.GetProperty("descriptions").EnumerateArray(), one => one.GetProperty("role").GetString() == "correction" && one.GetProperty("value").GetString() == Note);
        var changes = (await _client.GetFromJsonAsync<JsonElement>("/api/v1/changes?types=published,revised")).GetProperty("items").EnumerateArray().Select(change => change.GetProperty("type").GetString());
        Assert.Equal(["published", "revised"], changes);
    }

    public void Dispose() => _service.Dispose();
}
