using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Clients;

/// <summary>The npm clients of NewsAPI against the gateway of a running platform: what worked there works here.</summary>
public sealed class NewsApiClientsTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private StandaloneRun? _run;

    public async ValueTask InitializeAsync()
    {
        _run = await StandaloneRun.StartReadyAsync(_folder.Path);
        await PushAsync("Harbour bridge reopens after a year", "Ferries carried the city until Friday noon.", "en", "Tidewater Post");
        await PushAsync("Fire at the old mill", "Nobody was hurt, said the mayor of Lindmoor.", "en", "Hill Courier");
        await PushAsync("Паром вышел в море", "Туман над гаванью рассеялся к полудню, сообщил капитан порта.", "ru", "Гавань");
        await Eventually.BecomesAsync(() => _run.Api.GetAsync("api/v1/articles"), list => list.GetProperty("items").GetArrayLength() == 3, TimeSpan.FromSeconds(60), "three articles");
    }

    [Theory]
    [InlineData("newsapi")]
    [InlineData("ts-newsapi")]
    public async Task A_client_finds_reads_pages_and_is_told_what_is_wrong(string client)
    {
        var answers = await AskAsync(
            client,
            ("everything", new { q = "bridge" }),
            ("everything", new { q = "гавань OR \"old mill\"", sortBy = "publishedAt", pageSize = 1, page = 2 }),
            ("everything", new { q = "mill", language = "en", from = "2020-01-01" }),
            ("everything", new { sources = new[] { "tidewater-post", "hill-courier" } }),
            ("topHeadlines", new { q = "паром" }),
            ("sources", new { language = "en" }),
            ("everything", new { q = "bridge AND" }),
            ("everything", new { q = "bridge", pageSize = 101 }),
            ("everything", new { }));

        Assert.Equal("Harbour bridge reopens after a year", Titles(answers[0]).Single());
        var (second, total) = (Titles(answers[1]), (int)answers[1]["body"]!["totalResults"]!);
        Assert.Equal((1, 2), (second.Count, total));
        Assert.Equal("Fire at the old mill", Titles(answers[2]).Single());
        Assert.Equal(2, Titles(answers[3]).Count);
        Assert.Equal("Паром вышел в море", Titles(answers[4]).Single());
        Assert.Equal("ok", (string?)answers[5]["body"]!["status"]);
        Assert.Equal(["queryMalformed", "maximumResultsReached", "parametersMissing"], answers[6..].Select(CodeOf));
    }

    [Fact]
    public async Task A_client_with_a_wrong_key_is_told_so()
    {
        var calls = $$"""
            {"client":"newsapi","method":"sources","params":{},"key":"somebody-else"}
            {"client":"ts-newsapi","method":"everything","params":{"q":"a"},"key":"somebody-else"}
            {"client":"newsapi","method":"topHeadlines","noCache":true}

            """;

        var answers = Read(await ClientScript.RunNodeOrSkipAsync("newsapi.mjs", calls, $"http://127.0.0.1:{_run!.Port}", StandaloneRun.Key));

        Assert.Equal(["apiKeyInvalid", "apiKeyInvalid"], answers[..2].Select(CodeOf));
        Assert.Equal(2, Titles(answers[2]).Count);
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task PushAsync(string title, string text, string language, string source)
    {
        using var body = JsonContent.Create(new { title, text = $"{text} {string.Join(' ', Enumerable.Repeat(text, 3))}", language });
        var (status, _) = await _run!.Api.SendAsync(HttpMethod.Post, $"api/v1/articles?source={Uri.EscapeDataString(source)}", body);
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    private async Task<List<JsonNode>> AskAsync(string client, params (string Method, object Parameters)[] calls)
    {
        var lines = string.Join('\n', calls.Select(call => JsonSerializer.Serialize(new { client, method = call.Method, @params = call.Parameters })));
        return Read(await ClientScript.RunNodeOrSkipAsync("newsapi.mjs", lines + "\n", $"http://127.0.0.1:{_run!.Port}", StandaloneRun.Key));
    }

    private static List<JsonNode> Read(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static List<string> Titles(JsonNode answer) => [.. answer["body"]!["articles"]!.AsArray().Select(article => (string)article!["title"]!)];

    // One client throws an error by the name of its code, the other gives the body as it came.
    private static string CodeOf(JsonNode answer) => (string?)answer["body"]?["code"] ?? ((string)answer["error"]!["name"]!).Replace("NewsAPIError: ", "", StringComparison.Ordinal);
}
