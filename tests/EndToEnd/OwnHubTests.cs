using System.Net;
using System.Text;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>Two platforms: one publishes a feed and is its hub, the other reads it, and subscribes by itself.</summary>
public sealed class OwnHubTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly (TempFolder Here, TempFolder There) _folders = (new TempFolder(), new TempFolder());
    private readonly (int Here, int There) _ports = (FreePort.Next(), FreePort.Next());
    private ServiceProcess _publisher = null!;
    private ServiceProcess _reader = null!;
    private PlatformApi _there = null!;
    private PlatformApi _here = null!;

    [Fact]
    public async Task What_one_platform_publishes_its_hub_tells_the_other_which_takes_it_in_without_a_poll()
    {
        await PushAsync("Harbour bridge reopens", "The bridge over the harbour of Tidewater reopened on Friday after a year of repairs, the mayor of the city said.");
        await _there.SettlesAsync(1, Patience);
        await _here.SendAsync(HttpMethod.Post, "api/v1/sources", Json($$"""{"name":"The other platform","kind":"feed","url":"http://127.0.0.1:{{_ports.There}}/feeds/rss.xml"}"""));
        await HubBecomesAsync(hub => hub.GetProperty("state").GetString() == "subscribed", "the subscription");

        await PushAsync("Ferries sail again", "The ferries between Tidewater and the islands sail again since Monday, the harbour master of the town told the council.");

        await HubBecomesAsync(hub => hub.GetProperty("deliveries").GetInt64() >= 1, "the delivery");
        await _here.SettlesAsync(2, Patience);
        var titles = (await _here.GetAsync("api/v1/articles")).GetProperty("items").EnumerateArray().Select(article => article.GetProperty("title").GetString()!);
        Assert.Equal(["Ferries sail again", "Harbour bridge reopens"], titles.Order(StringComparer.Ordinal));
    }

    public async ValueTask InitializeAsync()
    {
        var allowed = new Dictionary<string, string>(StringComparer.Ordinal) { ["Delivery__AllowedNetworks"] = "127.0.0.1", ["Fetching__AllowedNetworks"] = "127.0.0.1" };
        _publisher = Start(_folders.There, _ports.There, allowed);
        _reader = Start(_folders.Here, _ports.Here, new Dictionary<string, string>(allowed, StringComparer.Ordinal) { ["WebSub__CallbackAddress"] = $"http://127.0.0.1:{_ports.Here}" });
        (_there, _here) = (new PlatformApi(new Uri($"http://127.0.0.1:{_ports.There}/"), StandaloneRun.Key), new PlatformApi(new Uri($"http://127.0.0.1:{_ports.Here}/"), StandaloneRun.Key));
        await Eventually.BecomesAsync(_there.TryReadPipelineAsync, buckets => buckets.Accepted >= 0, Patience, "the first platform's first answer");
        await Eventually.BecomesAsync(_here.TryReadPipelineAsync, buckets => buckets.Accepted >= 0, Patience, "the second platform's first answer");
    }

    public async ValueTask DisposeAsync()
    {
        _here.Dispose();
        _there.Dispose();
        await _reader.DisposeAsync();
        await _publisher.DisposeAsync();
        _folders.Here.Dispose();
        _folders.There.Dispose();
    }

    private static ServiceProcess Start(TempFolder folder, int port, IReadOnlyDictionary<string, string> settings) => ServiceProcess.Start(
        "services/standalone", "NewsPlatform.Standalone", ["--data", folder.Path, "--port", $"{port}", "--admin-key", StandaloneRun.Key], new Dictionary<string, string>(settings, StringComparer.Ordinal));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task PushAsync(string title, string text)
    {
        var (status, _) = await _there.SendAsync(HttpMethod.Post, "api/v1/articles", Json(JsonSerializer.Serialize(new { title, text, source = new { id = "tidewater-post", name = "Tidewater Post" }, language = "en" })));
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    private Task HubBecomesAsync(Func<JsonElement, bool> satisfied, string what) => Eventually.BecomesTrueAsync(
        async () => (await _here.GetAsync("api/v1/sources/the-other-platform")).GetProperty("webSub") is { ValueKind: JsonValueKind.Object } hub && satisfied(hub), Patience, what);
}
