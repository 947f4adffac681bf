using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Connect;

/// <summary>The platform's API, call by call.</summary>
internal sealed class PlatformClient(PlatformConnection connection) : IDisposable
{
    public Task<Listing<SourceResource>> ListSourcesAsync(CancellationToken ct) =>
        ListAsync<SourceResource>("api/v1/sources", [], int.MaxValue, cursor: null, ct);

    public Task<Reply<SourceResource>> AddSourceAsync(SourceResource source, CancellationToken ct) =>
        NeedAsync<SourceResource>(HttpMethod.Post, "api/v1/sources", JsonContent.Create(source.Describe(), options: JsonDefaults.Options), ct);

    public Task<Reply<PreviewResource>> PreviewSourceAsync(SourceResource source, CancellationToken ct) =>
        NeedAsync<PreviewResource>(HttpMethod.Post, "api/v1/sources/preview", JsonContent.Create(source.Describe(), options: JsonDefaults.Options), ct);

    public Task<Reply<SourceResource>> FindSourceAsync(string id, CancellationToken ct) =>
        NeedAsync<SourceResource>(HttpMethod.Get, $"api/v1/sources/{Part(id)}", content: null, ct);

    /// <summary>Describes the source anew.</summary>
    public Task<Reply<SourceResource>> ChangeSourceAsync(string id, SourceResource source, CancellationToken ct) =>
        NeedAsync<SourceResource>(HttpMethod.Put, $"api/v1/sources/{Part(id)}", JsonContent.Create(source.Describe(), options: JsonDefaults.Options), ct);

    public Task<Reply<SourceResource>> ReviveSourceAsync(string id, CancellationToken ct) =>
        NeedAsync<SourceResource>(HttpMethod.Post, $"api/v1/sources/{Part(id)}/revive", content: null, ct);

    public Task RemoveSourceAsync(string id, CancellationToken ct) => connection.SendAsync(HttpMethod.Delete, $"api/v1/sources/{Part(id)}", content: null, ct);

    public Task<Listing<ArticleResource>> ListArticlesAsync(IEnumerable<KeyValuePair<string, string?>> filter, int limit, string? cursor, CancellationToken ct) =>
        ListAsync<ArticleResource>("api/v1/articles", filter, limit, cursor, ct);

    public Task<Reply<ArticleResource>> FindArticleAsync(string id, CancellationToken ct) =>
        NeedAsync<ArticleResource>(HttpMethod.Get, $"api/v1/articles/{Part(id)}", content: null, ct);

    public Task<Reply<JourneyResource>> ReadJourneyAsync(string id, CancellationToken ct) =>
        NeedAsync<JourneyResource>(HttpMethod.Get, $"api/v1/articles/{Part(id)}/journey", content: null, ct);

    public Task<Reply<PushResource>> PushArticleAsync(HttpContent content, IEnumerable<KeyValuePair<string, string?>> about, CancellationToken ct) =>
        NeedAsync<PushResource>(HttpMethod.Post, QueryString.Of("api/v1/articles", about), content, ct);

    public Task<Reply<ReprocessResource>> ReprocessAsync(HttpContent page, IEnumerable<KeyValuePair<string, string?>> about, CancellationToken ct) =>
        NeedAsync<ReprocessResource>(HttpMethod.Post, QueryString.Of("api/v1/archive/pages", about), page, ct);

    /// <summary>What the server says of the withdrawal; null when it says nothing.</summary>
    public async Task<JsonElement?> WithdrawArticleAsync(string id, string? reason, CancellationToken ct) =>
        (await connection.SendAsync(HttpMethod.Delete, QueryString.Of($"api/v1/articles/{Part(id)}", [new("reason", reason)]), content: null, ct)).Json;

    public Task<Listing<DeadLetterResource>> ListDeadLettersAsync(int limit, string? cursor, CancellationToken ct) =>
        ListAsync<DeadLetterResource>("api/v1/deadletters", [], limit, cursor, ct);

    public Task<Reply<DeadLetterResource>> FindDeadLetterAsync(string id, CancellationToken ct) =>
        NeedAsync<DeadLetterResource>(HttpMethod.Get, $"api/v1/deadletters/{Part(id)}", content: null, ct);

    public async Task<JsonElement?> ReplayDeadLetterAsync(string id, CancellationToken ct) =>
        (await connection.SendAsync(HttpMethod.Post, $"api/v1/deadletters/{Part(id)}/replay", content: null, ct)).Json;

    public Task DropDeadLetterAsync(string id, CancellationToken ct) => connection.SendAsync(HttpMethod.Delete, $"api/v1/deadletters/{Part(id)}", content: null, ct);

    public Task<Reply<PipelineResource>> ReadPipelineAsync(CancellationToken ct) => NeedAsync<PipelineResource>(HttpMethod.Get, "api/v1/pipeline", content: null, ct);

    /// <summary>The change stream from a cursor on; null = from now.</summary>
    public Task<HttpResponseMessage> OpenStreamAsync(string? lastEventId, CancellationToken ct) =>
        connection.OpenAsync("api/v1/stream", lastEventId is null ? [] : [new("Last-Event-ID", lastEventId)], ct);

    public void Dispose() => connection.Dispose();

    private async Task<Listing<T>> ListAsync<T>(string path, IEnumerable<KeyValuePair<string, string?>> filter, int limit, string? cursor, CancellationToken ct)
    {
        var items = new List<Reply<T>>();
        var known = filter.ToList();
        do
        {
            var size = Math.Min(limit - items.Count, PageLimits.Max);
            var page = await NeedAsync<PageResource>(HttpMethod.Get, QueryString.Of(path, [.. known, new("limit", $"{size}"), new("cursor", cursor)]), content: null, ct);
            items.AddRange((page.Value.Items ?? []).Select(item => Typed<T>(item, page.Status)));
            cursor = page.Value.Next;
        }
        while (cursor is not null && items.Count < limit);

        return new Listing<T>(items, cursor);
    }

    private async Task<Reply<T>> NeedAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        var answer = await connection.SendAsync(method, path, content, ct);
        return Typed<T>(answer.Json ?? throw new CommandFailedException($"The server's answer to {method} /{path} is empty: is it a NewsPlatform?"), answer.Status);
    }

    private static Reply<T> Typed<T>(JsonElement json, int status)
    {
        try
        {
            return new Reply<T>(json.Deserialize<T>(JsonDefaults.Options) ?? throw new JsonException("null"), json, status);
        }
        catch (JsonException foreign)
        {
            throw new CommandFailedException($"The server's answer has not the expected shape ({foreign.Message.TrimEnd('.')}): is it a NewsPlatform of this version?", foreign);
        }
    }

    private static string Part(string id) => Uri.EscapeDataString(id);

    private sealed record PageResource(IReadOnlyList<JsonElement>? Items, string? Next);
}
