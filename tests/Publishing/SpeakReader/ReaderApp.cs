using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.Tests.SpeakReader;

/// <summary>Asks as a reading app does, with the name of its key as the gateway tells it.</summary>
internal sealed class ReaderApp(HttpClient client, string key = "phone")
{
    public const string ReadingList = "user/-/state/com.google/reading-list";
    public const string Read = "user/-/state/com.google/read";
    public const string Starred = "user/-/state/com.google/starred";

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await TextAsync(HttpMethod.Get, path, null))!.AsObject();

    public async Task<JsonObject> PostAsync(string path, params (string Name, string Value)[] form) => JsonNode.Parse(await TextAsync(HttpMethod.Post, path, form))!.AsObject();

    /// <summary>A write that is done.</summary>
    public async Task DoAsync(string path, params (string Name, string Value)[] form) => Assert.Equal("OK", await TextAsync(HttpMethod.Post, path, form));

    /// <summary>The titles of a stream's items, parted by commas.</summary>
    public async Task<string> TitlesAsync(string stream, string more = "") => TitlesOf(await GetAsync($"stream/contents/{Uri.EscapeDataString(stream)}?output=json{more}"));

    public static string TitlesOf(JsonObject answer) => string.Join(", ", answer["items"]!.AsArray().Select(item => (string)item!["title"]!));

    /// <summary>The short ids of a stream.</summary>
    public async Task<List<string>> IdsAsync(string stream, string more = "") =>
        [.. (await GetAsync($"stream/items/ids?output=json&s={Uri.EscapeDataString(stream)}{more}"))["itemRefs"]!.AsArray().Select(item => (string)item!["id"]!)];

    /// <summary>Unread articles of each stream that has some, by the stream's id.</summary>
    public async Task<Dictionary<string, int>> UnreadAsync() =>
        (await GetAsync("unread-count?output=json"))["unreadcounts"]!.AsArray().ToDictionary(count => (string)count!["id"]!, count => (int)count!["count"]!);

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, params (string Name, string Value)[] form) => (await SendAsync(method, path, form)).StatusCode;

    /// <summary>The bare text of a read.</summary>
    public Task<string> ReadAsync(string path) => TextAsync(HttpMethod.Get, path, null);

    /// <summary>Sends a file as the body.</summary>
    public async Task<(HttpStatusCode Status, string Text)> SendFileAsync(string path, string text)
    {
        using var request = RequestOf(HttpMethod.Post, path);
        request.Content = new StringContent(text, Encoding.UTF8, "text/xml");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> TextAsync(HttpMethod method, string path, (string Name, string Value)[]? form)
    {
        using var answer = await SendAsync(method, path, form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return text;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, (string Name, string Value)[]? form)
    {
        using var request = RequestOf(method, path);
        request.Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent((form ?? []).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        return await client.SendAsync(request);
    }

    private HttpRequestMessage RequestOf(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/reader/api/0/{path}");
        request.Headers.Add(Caller.Header, (Caller.Anonymous with { Name = key }).ToString());
        return request;
    }
}
