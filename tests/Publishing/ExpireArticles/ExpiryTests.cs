using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Publishing.Tests.ExpireArticles;

/// <summary>What readers see of an article that the retention policy took.</summary>
public sealed class ExpiryTests : IDisposable
{
    private readonly PublishingHost _service = new();

    [Fact]
    public async Task An_expired_article_is_gone_with_a_tombstone_and_in_no_list_and_followers_are_told()
    {
        var client = _service.CreateClient();
        await _service.TakeInAsync(AnArticle.Enriched("a"), AnArticle.Enriched("b", story: "story-2"));

        await _service.TakeInAsync(AnArticle.Expired("a"));

        using var gone = await client.GetAsync("/api/v1/articles/a");
        var problem = await gone.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("Article 'a' expired by the retention policy.", problem.GetProperty("detail").GetString());
        Assert.Equal(2, problem.GetProperty("tombstone").GetProperty("revision").GetInt64());
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/article/a")).StatusCode);
        Assert.Equal(["b"], await IdsAsync(client, "/api/v1/articles"));
        Assert.Equal(["b"], await IdsAsync(client, "/api/v1/articles?q=harbour"));
        Assert.DoesNotContain("/article/a", await client.GetStringAsync("/feeds/feed.json"), StringComparison.Ordinal);
        Assert.Equal(["published a 1", "published b 1", "expired a 2"], await ChangesAsync(client));
    }

    [Fact]
    public async Task A_late_delivery_of_the_old_revision_brings_nothing_back_and_a_newer_one_does()
    {
        var client = _service.CreateClient();
        await _service.TakeInAsync(AnArticle.Enriched("a"));
        await _service.TakeInAsync(AnArticle.Expired("a"));

        await _service.TakeInAsync(AnArticle.Enriched("a"));
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/api/v1/articles/a")).StatusCode);

        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 3));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/articles/a")).StatusCode);
        Assert.Equal(["published a 1", "expired a 2", "revised a 3"], await ChangesAsync(client));
    }

    public void Dispose() => _service.Dispose();

    private static async Task<IEnumerable<string?>> IdsAsync(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private static async Task<IEnumerable<string>> ChangesAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/changes")).GetProperty("items").EnumerateArray()
            .Select(item => $"{item.GetProperty("type").GetString()} {item.GetProperty("articleId").GetString()} {item.GetProperty("revision").GetInt64()}");
}
