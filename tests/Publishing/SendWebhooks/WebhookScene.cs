using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.SendWebhooks;

/// <summary>An endpoint, and the service that sends to it.</summary>
internal sealed class WebhookScene : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private WebhookScene(TestEndpoint endpoint) => Endpoint = endpoint;

    public TestEndpoint Endpoint { get; }

    public ManualClock Clock { get; } = new(AnArticle.Noon.AddMinutes(5));

    public PublishingHost Service { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The ids of what the endpoint was sent, in order.</summary>
    public IReadOnlyList<string> Sent => [.. Endpoint.Requests.Select(IdOf)];

    /// <summary>The subjects of what the endpoint was sent, in order.</summary>
    public IReadOnlyList<string> Subjects => [.. Endpoint.Requests.Select(SubjectOf)];

    public static async Task<WebhookScene> StartAsync(params (string Key, string Value)[] settings)
    {
        var scene = new WebhookScene(await TestEndpoint.StartAsync());
        scene.Service = scene.StartService(settings);
        scene.Client = scene.Service.CreateClient();
        return scene;
    }

    public static string IdOf(Received request) => request.Headers["webhook-id"];

    public static JsonElement EventOf(Received request) => JsonDocument.Parse(request.Body).RootElement;

    public static string SubjectOf(Received request) => EventOf(request).GetProperty("subject").GetString()!;

    /// <summary>A service on the same data.</summary>
    public PublishingHost StartService(params (string Key, string Value)[] settings)
    {
        var service = new PublishingHost(Clock, _folder.Path);
        foreach (var (key, value) in ((string, string)[])[("Delivery:AllowedNetworks", "127.0.0.1"), ("Publishing:StreamPollSeconds", "0.1"), .. settings])
        {
            service.Settings[key] = value;
        }

        _ = service.Server;
        return service;
    }

    /// <summary>Another process in the place of the first.</summary>
    public void Restart()
    {
        Service.Dispose();
        Service = StartService();
        Client = Service.CreateClient();
    }

    public async Task<JsonElement> AddAsync(object? filter = null, string? cursor = null, string? secret = null)
    {
        var answer = await Client.PostAsJsonAsync("/api/v1/webhooks", new { url = new Uri(Endpoint.Address, "/hook?token=1").AbsoluteUri, filter, cursor, secret });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> ShowAsync(JsonElement webhook) => Client.GetFromJsonAsync<JsonElement>(PathOf(webhook));

    public async Task<JsonElement> PostAsync(JsonElement webhook, string operation)
    {
        var answer = await Client.PostAsync($"{PathOf(webhook)}/{operation}", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> PatchAsync(JsonElement webhook, object change)
    {
        var answer = await Client.PatchAsJsonAsync(PathOf(webhook), change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Outcomes in the delivery log, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(JsonElement webhook) =>
        [.. (await Client.GetFromJsonAsync<JsonElement>($"{PathOf(webhook)}/deliveries?limit=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("outcome").GetString()!).Reverse()];

    public Task<IReadOnlyList<string>> SentBecomesAsync(int count) => Eventually.BecomesAsync(() => Task.FromResult(Sent), sent => sent.Count >= count, what: $"{count} requests");

    public Task<JsonElement> BecomesAsync(JsonElement webhook, Func<JsonElement, bool> satisfied, string what) => Eventually.BecomesAsync(() => ShowAsync(webhook), satisfied, what: what);

    public Task<JsonElement> FailuresBecomeAsync(JsonElement webhook, int count) =>
        BecomesAsync(webhook, view => view.GetProperty("failures").GetInt32() == count, $"The webhook's {count} failures");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Service.Dispose();
        await Endpoint.DisposeAsync();
        _folder.Dispose();
    }

    private static string PathOf(JsonElement webhook) => $"/api/v1/webhooks/{webhook.GetProperty("id").GetString()}";
}
