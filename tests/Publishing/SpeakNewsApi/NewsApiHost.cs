using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.NoteSource;

namespace NewsPlatform.Publishing.Tests.SpeakNewsApi;

/// <summary>A publishing service with a small invented newsroom, asked as the gateway asks it.</summary>
internal sealed class NewsApiHost : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public NewsApiHost() => _client = _service.CreateClient();

    /// <summary>Takes in sources and articles; the sources' ids are those of the articles.</summary>
    public async Task TakeInAsync(IReadOnlyList<SourceReported> sources, params IReadOnlyList<ArticleEnriched> articles)
    {
        await _service.TakeInAsync(articles);
        await _service.Services.GetRequiredService<ISourceReadStore>().PutNewerAsync(sources, default);
    }

    /// <summary>A source of a country, of which nothing else is of interest.</summary>
    public static SourceReported Source(string id, string? country = null, string? category = null, string? language = "en", string state = "healthy") =>
        AnArticle.Source(id, state, 1) with { Country = country, Category = category, Language = language };

    public async Task<JsonElement> OkAsync(string path, Caller? caller = null)
    {
        var (status, body) = await AskAsync(path, caller);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {body}");
        Assert.Equal("ok", body.GetProperty("status").GetString());
        return body;
    }

    /// <summary>The error's status, code and sentence.</summary>
    public async Task<(int Status, string Code, string Message)> RefusalAsync(string path, Caller? caller = null)
    {
        var (status, body) = await AskAsync(path, caller);
        Assert.Equal(["status", "code", "message"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("error", body.GetProperty("status").GetString());
        return ((int)status, body.GetProperty("code").GetString()!, body.GetProperty("message").GetString()!);
    }

    /// <summary>The ids at the ends of the found articles' addresses, parted by blanks.</summary>
    public async Task<string> FoundAsync(string path, Caller? caller = null) =>
        string.Join(' ', (await OkAsync(path, caller)).GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("url").GetString()!.Split('/')[^1]));

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string path, Caller? caller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Caller.Header, (caller ?? Caller.Anonymous with { Name = "app" }).ToString());
        using var answer = await _client.SendAsync(request);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("false", answer.Headers.GetValues("X-Cached-Result").Single());
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
