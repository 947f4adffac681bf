using System.Net;
using System.Text;
using System.Text.Json;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Ingestion.Tests.SubscribeFeeds;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>A feed with a hub, followed by the whole platform in a process of its own; the hub's calls come in through the gateway.</summary>
public sealed class WebSubTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TempFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private LoopbackSite _site = null!;
    private TestHub _hub = null!;
    private ServiceProcess _process = null!;
    private PlatformApi _api = null!;

    private string Topic => new Uri(_site.Address, "/feed").AbsoluteUri;

    [Fact]
    public async Task What_a_hub_delivers_is_published_without_a_poll_and_one_that_falls_silent_gives_the_feed_back_to_the_polls()
    {
        PutFeed("/a");
        var (status, _) = await _api.SendAsync(HttpMethod.Post, "api/v1/sources", new StringContent($$"""{"name":"Lindmoor Post","kind":"feed","url":"{{Topic}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, status);
        await HubBecomesAsync("subscribed");
        await Eventually.BecomesAsync(() => Task.FromResult(_hub.Subscribers.Count), subscribers => subscribers == 1, Patience, "the hub's subscriber");

        _site.PutArticle("/b", "Story of /b");
        Assert.Equal([204], await _hub.DeliverAsync(Topic, _site.FeedOf(_hub.Address, "/x"), secret: "a guess"));
        Assert.Equal([204], await _hub.DeliverAsync(Topic, _site.FeedOf(_hub.Address, "/b")));
        await _api.SettlesAsync(2, Patience);
        Assert.Equal((1, 0), (_site.RequestsOf("/feed"), _site.RequestsOf("/x")));

        PutFeed("/b", "/a");
        await PollAsync();
        PutFeed("/c", "/b", "/a");
        await PollAsync();
        PutFeed("/d", "/c", "/b", "/a");
        await HubBecomesAsync("silent");

        // Nobody asked for this poll.
        await _api.SettlesAsync(4, Patience);
        Assert.DoesNotContain("its hub tells what is new", (await SourceAsync()).GetProperty("nextReason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, _hub.RequestsOf("subscribe"));
    }

    public async ValueTask InitializeAsync()
    {
        (_site, _hub) = (await LoopbackSite.StartAsync(), await TestHub.StartAsync());
        _hub.CallbacksAt = new Uri($"http://127.0.0.1:{_port}/");
        _process = ServiceProcess.Start(
            "services/standalone",
            "NewsPlatform.Standalone",
            ["--data", _folder.Path, "--port", $"{_port}", "--admin-key", StandaloneRun.Key],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Fetching__AllowedNetworks"] = "127.0.0.1", ["WebSub__CallbackAddress"] = _hub.CallbacksAt.AbsoluteUri, ["WebSub__GraceMinutes"] = "0.1" });
        _api = new PlatformApi(_hub.CallbacksAt, StandaloneRun.Key);
        await Eventually.BecomesAsync(_api.TryReadPipelineAsync, buckets => buckets.Accepted >= 0, Patience, "the platform's first answer");
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _process.DisposeAsync();
        await _hub.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    private void PutFeed(params string[] paths)
    {
        foreach (var path in paths)
            _site.PutArticle(path, $"Story of {path}");

        _site.Pages["/feed"] = new SitePage("application/rss+xml", _site.FeedOf(_hub.Address, paths));
    }

    private Task<JsonElement> SourceAsync() => _api.GetAsync("api/v1/sources/lindmoor-post");

    private Task HubBecomesAsync(string state) => Eventually.BecomesAsync(
        async () => (await SourceAsync()).GetProperty("webSub") is { ValueKind: JsonValueKind.Object } hub ? hub.GetProperty("state").GetString() : null, now => now == state, Patience, $"the state {state} of the subscription");

    private async Task PollAsync()
    {
        var before = (await SourceAsync()).GetProperty("lastSuccessAt").GetDateTimeOffset();
        await _api.SendAsync(HttpMethod.Post, "api/v1/sources/lindmoor-post/poll");
        await Eventually.BecomesAsync(async () => (await SourceAsync()).GetProperty("lastSuccessAt").GetDateTimeOffset(), now => now > before, Patience, "the poll");
    }
}
