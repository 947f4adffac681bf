using System.Net.Http.Headers;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Connect;

/// <summary>A success.</summary>
/// <param name="Status">HTTP status, 2xx.</param>
/// <param name="Json">Null for an answer without content.</param>
internal readonly record struct Answer(int Status, JsonElement? Json);

/// <summary>Speaks HTTP with the platform: sends the key, and turns silence, refusals and foreign answers into one sentence each.</summary>
internal sealed class PlatformConnection : IDisposable
{
    private const int LongestAnswer = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServerChoice _choice;
    private readonly HttpClient _http;

    public PlatformConnection(ServerChoice choice)
    {
        _choice = choice;
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10), AllowAutoRedirect = false })
        {
            BaseAddress = choice.Server,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
            DefaultRequestHeaders = { { "User-Agent", "newsctl" } },
        };
    }

    /// <summary>Sends a request and reads the JSON of its answer.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var request = Request(method, path, content);
        using var response = await AnswerAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token, ct);
        await RefuseAsync(response, patience.Token);
        var body = await response.Content.ReadAsByteArrayAsync(patience.Token);
        return new Answer((int)response.StatusCode, body.Length == 0 ? null : Parse(body, response));
    }

    /// <summary>Opens an answer that goes on and on; the caller reads and disposes it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, path, content: null);
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var response = await AnswerAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token, ct);
        await RefuseAsync(response, ct);
        return response;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (_choice.Key is not null)
        {
            request.Headers.Add("X-Api-Key", _choice.Key);
        }

        return request;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken patience, CancellationToken ct)
    {
        try
        {
            return await _http.SendAsync(request, completion, patience);
        }
        catch (HttpRequestException silence)
        {
            var reason = (silence.InnerException ?? silence).Message.TrimEnd('.');
            throw new ServerUnreachableException($"{_choice.Server} cannot be reached ({reason}): start the platform there, or name another with --server.", silence);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new ServerUnreachableException($"{_choice.Server} did not answer within {Patience.TotalSeconds:0} s: try again, or name another with --server.", late);
        }
    }

    private async Task RefuseAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        var detail = DetailOf(await response.Content.ReadAsByteArrayAsync(ct));
        response.Dispose();
        throw new RequestRefusedException(status, (status, detail) switch
        {
            (401, _) when _choice.Key is null => $"{_choice.Server} wants an API key for this: give it with --key, {ServerChoice.KeyVariable} or {ServerChoice.KeyFileVariable}.",
            (_, { Length: > 0 }) => $"{detail.TrimEnd('.')} (HTTP {status}).",
            (401, _) => $"{_choice.Server} does not know this API key (HTTP 401): look at --key, {ServerChoice.KeyVariable} or {ServerChoice.KeyFileVariable}.",
            (403, _) => $"{_choice.Server} does not let this API key do that (HTTP 403).",
            (429, _) => $"{_choice.Server} has had too many requests (HTTP 429): try again in a minute.",
            _ => $"{_choice.Server} answered HTTP {status} and said no more.",
        });
    }

    private static string? DetailOf(byte[] body)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(body, JsonDefaults.Options);
            return Text(problem, "detail") ?? Text(problem, "title");
        }
        catch (JsonException)
        {
            return null;
        }

        static string? Text(JsonElement problem, string name) =>
            problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private JsonElement Parse(byte[] body, HttpResponseMessage response)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body, JsonDefaults.Options);
        }
        catch (JsonException foreign)
        {
            throw new CommandFailedException(
                $"{_choice.Server} answered with {response.Content.Headers.ContentType?.MediaType ?? "something"} instead of JSON: is it a NewsPlatform?", foreign);
        }
    }
}
