using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Publishing.NoteSource;

namespace NewsPlatform.Publishing.Tests.Http;

public sealed class ArticleFilterTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public ArticleFilterTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Shows_nothing_but_the_fields_that_are_named_and_the_id()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));

        var page = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles?fields=title,text&facets=source"))!;
        var article = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a1?fields=url"))!;
        var text = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a1?fields=text"))!;

        Assert.Equal(["id", "title", "text"], page["items"]![0]!.AsObject().Select(member => member.Key));
        Assert.NotNull(page["facets"]);
        Assert.Equal(["id", "url"], article.Select(member => member.Key));
        Assert.Equal(["id", "text"], text.Select(member => member.Key));
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/api/v1/articles/a1?fields=everything")).StatusCode);
    }

    [Fact]
    public async Task Fields_have_a_tag_of_their_own()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        using var whole = await _client.GetAsync("/api/v1/articles/a1");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/a1?fields=title");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);

        using var sparse = await _client.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, sparse.StatusCode);
        Assert.NotNull(sparse.Content.Headers.LastModified);
    }

    [Fact]
    public async Task The_country_of_an_article_is_that_of_its_source()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", source: "kyiv"), AnArticle.Enriched("a2", source: "oslo"), AnArticle.Enriched("a3", source: "nowhere"));
        await _service.Services.GetRequiredService<ISourceReadStore>().PutNewerAsync(
            [AnArticle.Source("kyiv", "healthy", 0) with { Country = "UA" }, AnArticle.Source("oslo", "healthy", 0) with { Country = "no" }, AnArticle.Source("nowhere", "healthy", 0)],
            CancellationToken.None);

        Assert.Equal(["a1"], await IdsAsync("country=ua"));
        Assert.Empty(await IdsAsync("country=de"));
        Assert.Equal(3, (await IdsAsync("")).Count);
        Assert.Contains("/article/a2", await _client.GetStringAsync("/feeds/rss.xml?country=no"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/api/v1/articles?country=ukraine")).StatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<List<string>> IdsAsync(string query) =>
        [.. (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/articles?{query}"))!["items"]!.AsArray().Select(item => (string)item!["id"]!)];
}
