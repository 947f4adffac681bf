using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsPlatform.Enrichment.Tests.Harness;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class AnalyzeEndpointTests : IAsyncLifetime
{
    private const string Text = "«Мы запустим паром в мае», — заявил директор порта Пётр Ветров.";

    private readonly EnrichmentHarness _service = new();

    public async ValueTask InitializeAsync() => await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Analyses_a_text_with_offsets_in_that_very_text(string contentType)
    {
        var body = contentType == "text/plain" ? Text : JsonSerializer.Serialize(new { text = Text });

        var answer = await PostAsync(Encoding.UTF8.GetBytes(body), contentType);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var analysis = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("ru", analysis.GetProperty("language").GetString());
        var quote = Assert.Single(analysis.GetProperty("quotes").EnumerateArray());
        Assert.Equal(quote.GetProperty("text").GetString(), Text[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()]);
        Assert.Equal("person", quote.GetProperty("speakerKind").GetString());
        Assert.Contains(analysis.GetProperty("terms").EnumerateArray(), term => term.GetProperty("term").GetString() == "порт" && term.GetProperty("weight").GetDouble() == 1);
        var summary = Assert.Single(analysis.GetProperty("summarySpans").EnumerateArray());
        Assert.Equal(analysis.GetProperty("summary")[0].GetString(), Text[summary.GetProperty("start").GetInt32()..summary.GetProperty("end").GetInt32()]);
    }

    [Theory]
    [InlineData("application/json", "{\"text\":", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"title\":\"no text\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "  ", HttpStatusCode.BadRequest)]
    [InlineData("image/png", "x", HttpStatusCode.UnsupportedMediaType)]
    public async Task Refuses_what_it_cannot_read_with_a_sentence(string contentType, string body, HttpStatusCode status)
    {
        var answer = await PostAsync(Encoding.UTF8.GetBytes(body), contentType);

        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Refuses_a_body_over_one_mebibyte_and_one_that_is_not_utf8()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new byte[(1 << 20) + 1], "text/plain")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync([0xC3, 0x28], "text/plain")).StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(contentType);
        return await _service.Http.PostAsync(new Uri("/api/v1/analyze", UriKind.Relative), content);
    }
}
