using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

/// <summary>A site whose feed names a hub, the hub, and the service that reads the one and subscribes at the other.</summary>
internal sealed class HubScene : IAsyncDisposable
{
    private HubScene(LoopbackSite site, TestHub hub, IngestionHarness service) => (Site, Hub, Service) = (site, hub, service);

    public LoopbackSite Site { get; }

    public TestHub Hub { get; }

    public IngestionHarness Service { get; }

    /// <summary>Hubs that the feed names after the first.</summary>
    public IReadOnlyList<Uri> FurtherHubs { get; set; } = [];

    public string Topic => new Uri(Site.Address, "/feed").AbsoluteUri;

    /// <summary>The callback of the only subscriber.</summary>
    public string Callback => Assert.Single(Hub.Subscribers).Key;

    public static async Task<HubScene> StartAsync(params (string Key, string Value)[] settings)
    {
        var service = await IngestionHarness.StartAsync([("Fetching:AllowedNetworks", "127.0.0.1"), ("WebSub:CallbackAddress", "https://news.example/"), .. settings]);
        var scene = new HubScene(await LoopbackSite.StartAsync(), await TestHub.StartAsync(), service);
        scene.Hub.CallbacksAt = service.Client.BaseAddress;
        return scene;
    }

    public string FeedOf(params string[] paths) => Site.FeedOf(Hub.Address, paths);

    public void PutFeed(params string[] paths) => PutFeed(Hub.Address, paths);

    /// <summary>The feed as the site shows it, and the pages of its items.</summary>
    public void PutFeed(Uri hub, params string[] paths)
    {
        foreach (var path in paths)
            Site.PutArticle(path, $"Story of {path}");

        Site.Pages["/feed"] = new SitePage("application/rss+xml", Site.FeedOf(hub, paths).Replace("<atom:link rel=\"self\"", string.Concat(FurtherHubs.Select(further => $"<atom:link rel=\"hub\" href=\"{further}\"/>")) + "<atom:link rel=\"self\"", StringComparison.Ordinal));
    }

    public Task AddSourceAsync(params string[] paths) => AddSourceAsync(Hub.Address, paths);

    public async Task AddSourceAsync(Uri hub, params string[] paths)
    {
        PutFeed(hub, paths);
        await Service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = Topic, intervalMinutes = 15 });
        await Service.PipelineBecomesAsync(pipeline => pipeline.Published == paths.Length);
    }

    public async Task SubscribeAsync(params string[] paths)
    {
        await AddSourceAsync(paths);
        await HubBecomesAsync("subscribed");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(Hub.Subscribers.Count == 1));
    }

    public Task<JsonElement> SourceAsync() => Service.GetAsync("/api/v1/sources/lindmoor-post");

    public async Task<JsonElement> SubscriptionAsync() => (await SourceAsync()).GetProperty("webSub");

    public async Task<string?> HubStateAsync() => await SubscriptionAsync() is { ValueKind: JsonValueKind.Object } hub ? hub.GetProperty("state").GetString() : null;

    public Task HubBecomesAsync(string state) => Eventually.BecomesAsync(HubStateAsync, now => now == state, what: $"The state {state} of the subscription");

    public async Task<IReadOnlyList<string>> ChangesAsync() =>
        [.. (await SourceAsync()).GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("from").GetString()} → {change.GetProperty("to").GetString()}")];

    public async Task PollAgainAsync()
    {
        Service.Clock.Advance(TimeSpan.FromMinutes(2));
        await Service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        await PolledAsync();
    }

    /// <summary>The clock stands still while a poll runs.</summary>
    public Task PolledAsync() => Eventually.BecomesAsync(
        SourceAsync,
        view => view.GetProperty("lastSuccessAt").GetDateTimeOffset() == Service.Clock.Now && view.GetProperty("nextAttemptAt").GetDateTimeOffset() > Service.Clock.Now,
        what: "The poll");

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Hub.DisposeAsync();
        await Site.DisposeAsync();
    }
}
