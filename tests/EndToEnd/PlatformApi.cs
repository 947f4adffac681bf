using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The gateway as a client sees it.</summary>
internal sealed class PlatformApi(Uri address, string key) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address };

    public async Task<JsonElement> GetAsync(string path) => await _client.GetFromJsonAsync<JsonElement>(path);

    public Task<string> GetTextAsync(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, HttpContent? content = null, bool withKey = true)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (withKey)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public async Task<HttpResponseMessage> GetResponseAsync(string path) => await _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Every item of a list, page after page.</summary>
    public async Task<List<JsonElement>> ListAsync(string path, int limit = 50)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>The whole change log from its beginning.</summary>
    public async Task<List<JsonElement>> ChangesAsync(int limit = 50)
    {
        var items = new List<JsonElement>();
        var cursor = "";
        while (true)
        {
            var page = await GetAsync($"api/v1/changes?limit={limit}{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            var next = page.GetProperty("next").GetString()!;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.GetProperty("items").GetArrayLength() == 0)
            {
                return items;
            }

            cursor = next;
        }
    }

    /// <summary>The entries of a change log that tell of articles; the others tell of stories.</summary>
    public static IEnumerable<JsonElement> OfArticles(IEnumerable<JsonElement> changes) => changes.Where(change => change.GetProperty("articleId").ValueKind == JsonValueKind.String);

    /// <summary>Waits until so many articles are published and nothing is on its way.</summary>
    public Task<Buckets> SettlesAsync(long published, TimeSpan? patience = null) =>
        Eventually.BecomesAsync(TryReadPipelineAsync, buckets => buckets.Published == published && buckets.InFlight == 0, patience ?? TimeSpan.FromSeconds(120), $"{published} articles published");

    /// <summary>The pipeline's buckets; all −1 while nobody answers.</summary>
    public async Task<Buckets> TryReadPipelineAsync()
    {
        try
        {
            var pipeline = await GetAsync("api/v1/pipeline");
            long Of(string name) => pipeline.GetProperty(name).GetInt64();
            return new Buckets(Of("accepted"), Of("published"), Of("inFlight"), Of("dead"), Of("withdrawn"), Of("difference"));
        }
        // A connection that ends the moment it is made is a bare SocketException.
        catch (Exception away) when (away is HttpRequestException or SocketException or TaskCanceledException)
        {
            return new Buckets(-1, -1, -1, -1, -1, -1);
        }
    }

    public void Dispose() => _client.Dispose();
}

internal sealed record Buckets(long Accepted, long Published, long InFlight, long Dead, long Withdrawn, long Difference);
