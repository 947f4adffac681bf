using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

public sealed class PushArticleTests : IAsyncLifetime
{
    private const string Text = "Ferry talks go on\n\nThe harbour council of Lindmoor met on Tuesday and will meet again about the ferry and its old wooden pier.";

    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_pushed_article_is_accepted_dispatched_and_published_with_every_step_on_its_journey()
    {
        var response = await _service.PushAsync(AnArticle.Json("pier"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var receipt = await JsonOf(response);
        var id = receipt.GetProperty("id").GetString()!;
        Assert.Equal(1, receipt.GetProperty("revision").GetInt64());
        Assert.Equal($"/api/v1/articles/{id}/journey", receipt.GetProperty("journey").GetString());
        Assert.Equal(receipt.GetProperty("journey").GetString(), response.Headers.Location?.ToString());
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1, InFlight: 0, Difference: 0 });
        Assert.Equal(["accepted added", "dispatched first", "analyzed done", "grouped done", "published done"], await _service.StagesAsync(id));
        Assert.Equal(1, _service.Downstream.Held[id].Revision);
    }

    [Fact]
    public async Task The_same_content_again_gives_the_same_revision_and_changed_content_the_next()
    {
        var first = await _service.PushArticleAsync("pier");

        var again = await _service.PushAsync(AnArticle.Json("pier"));
        var changed = await _service.PushArticleAsync("pier", "The mayor thanked everyone.");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((first.Id, 1L), ((await JsonOf(again)).GetProperty("id").GetString(), (await JsonOf(again)).GetProperty("revision").GetInt64()));
        Assert.Equal((first.Id, 2L), (changed.Id, changed.Revision));
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1 });
        Assert.Equal(2, _service.Downstream.Held[first.Id].Revision);
    }

    [Fact]
    public async Task A_text_without_an_address_is_known_again_by_its_source_and_content()
    {
        var first = await PostAsync(Text, "text/plain", "?source=Lindmoor%20Post");
        var again = await PostAsync(Text, "text/plain; charset=utf-8", "?source=Lindmoor%20Post");
        var elsewhere = await PostAsync(Text, "text/plain", "?source=Other%20Post");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode, elsewhere.StatusCode));
        var id = (await JsonOf(first)).GetProperty("id").GetString()!;
        Assert.Equal(id, (await JsonOf(again)).GetProperty("id").GetString());
        Assert.NotEqual(id, (await JsonOf(elsewhere)).GetProperty("id").GetString());
        var sent = (await Testing.Eventually.BecomesAsync(() => Task.FromResult(_service.Downstream.Delivered.FirstOrDefault(message => message.ArticleId == id)), found => found is not null))!;
        Assert.Equal(("lindmoor-post", "Lindmoor Post", "Ferry talks go on"), (sent.Content.Source.Id, sent.Content.Source.Name, sent.Content.Title));
    }

    [Fact]
    public async Task An_address_given_beside_a_html_page_identifies_it_whatever_its_tracking_parameters()
    {
        const string Page = "<html><head><title>Ferry talks go on</title></head><body><article><h1>Ferry talks go on</h1><p>The harbour council of Lindmoor met on Tuesday and will meet again about the ferry and its old wooden pier.</p></article></body></html>";

        var first = await PostAsync(Page, "text/html", "?url=https%3A%2F%2Fnews.example%2Fferry%3Futm_source%3Dmail");
        var again = await PostAsync(Page, "text/html", "?url=http%3A%2F%2FNEWS.example%2Fferry%2F");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
    }

    [Theory]
    [InlineData("application/json", "{\"title\":", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"title\":\"No body\"}", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "", HttpStatusCode.BadRequest)]
    [InlineData("text/html", "<html><body>nothing</body></html>", HttpStatusCode.BadRequest)]
    [InlineData("application/pdf", "%PDF", HttpStatusCode.UnsupportedMediaType)]
    public async Task Refuses_what_is_no_article_with_one_sentence_and_stores_nothing(string mediaType, string body, HttpStatusCode expected)
    {
        var response = await PostAsync(body, mediaType, string.Empty);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".", (await JsonOf(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await _service.PipelineAsync()).Accepted);
    }

    [Fact]
    public async Task Refuses_an_address_that_is_none_and_a_body_over_the_limit()
    {
        var noAddress = await PostAsync(Text, "text/plain", "?url=ftp%3A%2F%2Fnews.example%2Fa");
        var bodyTooLarge = await PostAsync(Text + new string('x', 1_048_576), "text/plain", string.Empty);
        var tooManyParagraphs = await PostAsync(Text + string.Concat(Enumerable.Repeat("\n\nlong paragraph of words", 30_000)), "text/plain", string.Empty);
        var contentTooLarge = await PostAsync(Text + string.Concat(Enumerable.Repeat("\n\n" + new string('x', 40_000), 15)), "text/plain", string.Empty);

        Assert.Equal(HttpStatusCode.BadRequest, noAddress.StatusCode);
        Assert.All([bodyTooLarge, tooManyParagraphs, contentTooLarge], answer => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode));
        Assert.Equal(0, (await _service.PipelineAsync()).Accepted);
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(string body, string contentType, string query)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return _service.Client.PostAsync("/api/v1/articles" + query, content);
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
