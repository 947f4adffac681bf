using Microsoft.AspNetCore.Http;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

/// <summary>Hubs of bad manners, and people who pretend to be one.</summary>
public sealed class MisbehavingHubTests : IAsyncLifetime
{
    private HubScene _scene = null!;

    [Fact]
    public async Task A_delivery_that_is_forged_or_for_another_feed_is_answered_alike_and_changes_nothing()
    {
        await _scene.SubscribeAsync("/a");
        _scene.Site.PutArticle("/b", "Story of /b");
        var (callback, body) = (_scene.Callback, _scene.FeedOf("/b"));

        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, body, secret: "a guess"));
        Assert.Equal(204, await _scene.Hub.PostAsync(callback, body, signature: null, _scene.Topic));
        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, body, self: "https://elsewhere.example/feed"));
        Assert.Equal(0, (await _scene.SubscriptionAsync()).GetProperty("deliveries").GetInt32());

        // Whatever was to come of them would have come before this one.
        await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/a"));
        Assert.Equal(1, (await _scene.SubscriptionAsync()).GetProperty("deliveries").GetInt32());
        Assert.Equal((0, 1), (_scene.Site.RequestsOf("/b"), _scene.Site.RequestsOf("/feed")));
    }

    [Fact]
    public async Task A_confirmation_of_what_nobody_asked_for_is_refused()
    {
        await _scene.SubscribeAsync("/a");
        var callback = _scene.Callback;

        Assert.False(await _scene.Hub.ConfirmAsync(callback, "subscribe", "https://elsewhere.example/feed"));
        Assert.False(await _scene.Hub.ConfirmAsync(callback, "unsubscribe", _scene.Topic));
        Assert.False(await _scene.Hub.ConfirmAsync(callback[..^1] + "x", "subscribe", _scene.Topic));
        Assert.False(await _scene.Hub.ConfirmAsync(callback, "publish", _scene.Topic));

        Assert.Equal([404, 404, 404, 404], _scene.Hub.Confirmations.Skip(1).Select(answer => answer.Status));
        Assert.Equal("subscribed", await _scene.HubStateAsync());
    }

    [Fact]
    public async Task A_hub_that_confirms_another_feed_is_not_believed_and_the_feed_is_polled_on()
    {
        _scene.Hub.ConfirmsTopic = "https://elsewhere.example/feed";

        await _scene.AddSourceAsync("/a");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Confirmations.Count == 1));

        Assert.Equal((404, false), Assert.Single(_scene.Hub.Confirmations));
        Assert.Equal("requested", await _scene.HubStateAsync());
        await AsksAgainAfterAsync(TimeSpan.FromMinutes(11), "did not come back");
        await _scene.PollAgainAsync();
        Assert.DoesNotContain("WebSub", (await _scene.SourceAsync()).GetProperty("nextReason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_never_comes_back_is_asked_again_later_and_later()
    {
        _scene.Hub.ComesBack = false;

        await _scene.AddSourceAsync("/a");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.RequestsOf("subscribe") == 1));

        await AsksAgainAfterAsync(TimeSpan.FromMinutes(11), "did not come back");
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status403Forbidden)]
    public async Task A_hub_that_fails_is_asked_again_with_growing_pauses(int status)
    {
        _scene.Hub.Status = status;

        await _scene.AddSourceAsync("/a");
        await Eventually.BecomesTrueAsync(async () => (await _scene.SubscriptionAsync()) is var hub && hub.GetProperty("lastError").GetString()?.Contains($"status {status}", StringComparison.Ordinal) == true);

        Assert.Equal(_scene.Service.Clock.Now.AddMinutes(1), (await _scene.SubscriptionAsync()).GetProperty("nextRequestAt").GetDateTimeOffset());
        await AsksAgainAfterAsync(TimeSpan.FromMinutes(1.1), $"status {status}");
        _scene.Hub.Status = StatusCodes.Status202Accepted;
        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(2.1));
        await _scene.HubBecomesAsync("subscribed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Something is new.</body></html>")]
    public async Task A_signed_delivery_that_is_no_feed_leads_to_a_poll_at_once(string body)
    {
        await _scene.SubscribeAsync("/a");
        _scene.PutFeed("/b", "/a");
        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, body));

        await _scene.PolledAsync();
        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });

        // What that poll found, the hub did not keep back.
        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(20));
        await _scene.PollAgainAsync();
        Assert.Equal("subscribed", await _scene.HubStateAsync());
    }

    [Fact]
    public async Task A_delivery_while_the_source_is_being_polled_is_left_to_another_poll()
    {
        await _scene.SubscribeAsync("/a");
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var old = _scene.FeedOf("/a");
        _scene.Site.Pages["/feed"] = _scene.Site.Pages["/feed"] with
        {
            Answer = async context =>
            {
                arrived.TrySetResult();
                await goOn.Task;
                await context.Response.WriteAsync(old);
            },
        };
        await _scene.Service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        await arrived.Task;

        _scene.Site.PutArticle("/b", "Story of /b");
        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/b", "/a")));
        _scene.PutFeed("/b", "/a");
        goOn.SetResult();

        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
        Assert.Equal((1, 1), (_scene.Site.RequestsOf("/a"), _scene.Site.RequestsOf("/b")));
    }

    [Fact]
    public async Task Deliveries_beyond_the_limits_are_refused_and_counted()
    {
        await _scene.SubscribeAsync("/a");

        Assert.Equal([413], await _scene.Hub.DeliverAsync(_scene.Topic, new string(' ', 30_000)));
        for (var more = 0; more < 4; more++)
            Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/a")));

        Assert.Equal([429], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/a")));
        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/a")));
        var limits = (await _scene.Service.GetAsync("/api/v1/limits")).GetProperty("limits").EnumerateArray().ToDictionary(limit => limit.GetProperty("name").GetString()!, limit => limit.GetProperty("hits").GetInt32());
        Assert.Equal((1, 1), (limits["hubBodyBytes"], limits["hubDeliveriesPerMinute"]));
    }

    [Fact]
    public async Task A_hub_at_an_address_that_is_not_public_is_not_asked()
    {
        await _scene.AddSourceAsync(new Uri("http://169.254.169.254/latest/meta-data"), "/a");

        await Eventually.BecomesTrueAsync(async () => (await _scene.SubscriptionAsync()).GetProperty("lastError").GetString()?.Contains("not a public address", StringComparison.Ordinal) == true);
    }

    public async ValueTask InitializeAsync() => _scene = await HubScene.StartAsync(("WebSub:DeliveriesPerMinute", "5"), ("WebSub:MaxBodyBytes", "20000"));

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    private async Task AsksAgainAfterAsync(TimeSpan pause, string error)
    {
        var before = _scene.Hub.Requests.Count;
        await Eventually.BecomesTrueAsync(async () =>
        {
            _scene.Service.Clock.Advance(pause);
            return _scene.Hub.Requests.Count > before && (await _scene.SubscriptionAsync()).GetProperty("lastError").GetString()!.Contains(error, StringComparison.Ordinal);
        });
    }
}
