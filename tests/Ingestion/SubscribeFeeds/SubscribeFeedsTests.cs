using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

/// <summary>Our subscriber with a hub of our own, well-behaved and not.</summary>
public sealed class SubscribeFeedsTests : IAsyncLifetime
{
    private HubScene _scene = null!;

    [Fact]
    public async Task A_feed_that_names_a_hub_is_subscribed_and_what_the_hub_delivers_comes_in_without_a_poll()
    {
        await _scene.SubscribeAsync("/a");

        _scene.Site.PutArticle("/b", "Story of /b");
        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/b")));

        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2, Difference: 0 });
        Assert.Equal((1, 1), (_scene.Site.RequestsOf("/feed"), _scene.Site.RequestsOf("/b")));
        var source = await _scene.SourceAsync();
        var hub = source.GetProperty("webSub");
        Assert.Equal(("subscribed", 1), (hub.GetProperty("state").GetString(), hub.GetProperty("deliveries").GetInt32()));
        Assert.Equal(_scene.Service.Clock.Now, hub.GetProperty("lastDeliveryAt").GetDateTimeOffset());
        Assert.Equal(_scene.Service.Clock.Now.AddDays(10), hub.GetProperty("leaseEndsAt").GetDateTimeOffset());
        Assert.Contains("requested → subscribed", await _scene.ChangesAsync());
    }

    [Fact]
    public async Task The_request_asks_for_a_lease_with_a_secret_at_an_address_that_nobody_can_guess()
    {
        await _scene.SubscribeAsync("/a");

        var request = Assert.Single(_scene.Hub.Requests);
        Assert.Equal(("subscribe", _scene.Topic, "864000"), (request["hub.mode"], request["hub.topic"], request["hub.lease_seconds"]));
        Assert.Matches("^https://news\\.example/websub/[0-9a-f]{64}$", request["hub.callback"]);
        Assert.Matches("^[0-9a-f]{64}$", request["hub.secret"]);
    }

    [Fact]
    public async Task What_was_delivered_is_not_read_again_by_the_poll_that_follows_and_the_same_delivery_twice_doubles_nothing()
    {
        await _scene.SubscribeAsync("/a");
        _scene.Site.PutArticle("/b", "Story of /b");
        await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/b", "/a"));
        await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/b", "/a"));
        _scene.PutFeed("/b", "/a");

        await _scene.PollAgainAsync();

        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2, InFlight: 0 });
        Assert.Equal((1, 1), (_scene.Site.RequestsOf("/a"), _scene.Site.RequestsOf("/b")));
        Assert.All(_scene.Service.Downstream.Held.Values, held => Assert.Equal(1, held.Revision));
    }

    [Fact]
    public async Task While_the_hub_delivers_polling_goes_on_at_a_slow_pace_that_says_why()
    {
        await _scene.SubscribeAsync("/a");

        await _scene.PollAgainAsync();

        var source = await _scene.SourceAsync();
        Assert.Equal("Every 2 h, to make sure: its hub tells what is new (WebSub).", source.GetProperty("nextReason").GetString());
        Assert.InRange(source.GetProperty("nextAttemptAt").GetDateTimeOffset() - _scene.Service.Clock.Now, TimeSpan.FromMinutes(113), TimeSpan.FromMinutes(127));
    }

    [Fact]
    public async Task A_hub_that_keeps_items_back_is_found_out_by_the_polls_and_the_feed_is_polled_at_its_own_pace_until_the_hub_is_ahead_again()
    {
        await _scene.SubscribeAsync("/a");
        await _scene.PollAgainAsync();
        _scene.PutFeed("/b", "/a");
        await _scene.PollAgainAsync();
        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);
        Assert.Equal("subscribed", await _scene.HubStateAsync());

        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(16));
        await _scene.HubBecomesAsync("silent");

        await _scene.PolledAsync();
        var silent = await _scene.SourceAsync();
        Assert.True(silent.GetProperty("nextAttemptAt").GetDateTimeOffset() < _scene.Service.Clock.Now.AddMinutes(32));
        Assert.Contains("subscribed → silent", await _scene.ChangesAsync());
        Assert.Contains("1 item(s)", silent.GetProperty("webSub").GetProperty("lastError").GetString(), StringComparison.Ordinal);

        foreach (var path in new[] { "/c", "/d", "/e" })
        {
            _scene.Site.PutArticle(path, $"Story of {path}");
            Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf(path)));
        }

        await _scene.HubBecomesAsync("subscribed");
    }

    [Fact]
    public async Task A_lease_is_renewed_before_its_end_and_the_feed_falls_back_to_polling_when_the_hub_will_not_renew()
    {
        await _scene.SubscribeAsync("/a");

        _scene.Service.Clock.Advance(TimeSpan.FromDays(7.6));
        await Eventually.BecomesTrueAsync(async () => (await _scene.SubscriptionAsync()).GetProperty("leaseEndsAt").GetDateTimeOffset() == _scene.Service.Clock.Now.AddDays(10));
        Assert.Equal(2, _scene.Hub.RequestsOf("subscribe"));

        _scene.Hub.Status = StatusCodes.Status503ServiceUnavailable;
        _scene.Service.Clock.Advance(TimeSpan.FromDays(7.6));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.RequestsOf("subscribe") == 3));
        Assert.Equal("subscribed", await _scene.HubStateAsync());
        _scene.Service.Clock.Advance(TimeSpan.FromDays(2.5));
        await _scene.HubBecomesAsync("requested");

        Assert.Contains("status 503", (await _scene.SubscriptionAsync()).GetProperty("lastError").GetString(), StringComparison.Ordinal);
        _scene.Hub.Status = StatusCodes.Status202Accepted;
        _scene.Service.Clock.Advance(TimeSpan.FromHours(1));
        await _scene.HubBecomesAsync("subscribed");
    }

    [Fact]
    public async Task A_removed_source_is_unsubscribed_and_its_callback_is_gone()
    {
        await _scene.SubscribeAsync("/a");
        var callback = _scene.Callback;

        await _scene.Service.Client.DeleteAsync("/api/v1/sources/lindmoor-post");

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Subscribers.IsEmpty));
        Assert.Equal(1, _scene.Hub.RequestsOf("unsubscribe"));
        Assert.Equal(410, await _scene.Hub.PostAsync(callback, _scene.FeedOf("/b"), null, _scene.Topic));
    }

    [Fact]
    public async Task A_source_whose_removal_was_killed_halfway_is_unsubscribed_when_its_lease_would_be_renewed()
    {
        await _scene.SubscribeAsync("/a");

        // What a kill right after the source's own removal leaves behind.
        await _scene.Service.Services.GetRequiredService<ISourceStore>().RemoveAsync("lindmoor-post", default);
        _scene.Service.Clock.Advance(TimeSpan.FromDays(7.6));

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Subscribers.IsEmpty));
        Assert.Equal((1, 1), (_scene.Hub.RequestsOf("subscribe"), _scene.Hub.RequestsOf("unsubscribe")));
    }

    [Fact]
    public async Task A_subscription_outlives_the_process_and_takes_deliveries_after_it()
    {
        await _scene.SubscribeAsync("/a");

        await _scene.Service.RestartAsync();
        _scene.Hub.CallbacksAt = _scene.Service.Client.BaseAddress;
        _scene.Site.PutArticle("/b", "Story of /b");
        Assert.Equal([204], await _scene.Hub.DeliverAsync(_scene.Topic, _scene.FeedOf("/b")));

        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
        Assert.Equal(1, _scene.Hub.RequestsOf("subscribe"));
    }

    [Fact]
    public async Task A_feed_that_names_another_hub_or_none_any_more_is_unsubscribed_at_the_old_one()
    {
        await using var other = await TestHub.StartAsync();
        other.CallbacksAt = _scene.Service.Client.BaseAddress;
        await _scene.SubscribeAsync("/a");

        _scene.PutFeed(other.Address, "/b", "/a");
        await _scene.PollAgainAsync();

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Subscribers.IsEmpty && other.Subscribers.Count == 1));
        _scene.Site.PutFeed("/a", "/b", "/c");
        _scene.Site.PutArticle("/c", "Story of /c");
        await _scene.PollAgainAsync();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(other.Subscribers.IsEmpty));
        Assert.Equal(JsonValueKind.Null, (await _scene.SubscriptionAsync()).ValueKind);
    }

    [Fact]
    public async Task A_denied_subscription_says_so_with_the_hubs_reason_and_polling_stays_as_it_was()
    {
        await _scene.SubscribeAsync("/a");
        var callback = _scene.Callback;

        Assert.Equal(200, await _scene.Hub.DenyAsync(callback, _scene.Topic, "not paid"));

        await _scene.HubBecomesAsync("denied");
        var source = await _scene.SourceAsync();
        Assert.Equal("The hub denied the subscription: not paid", source.GetProperty("webSub").GetProperty("lastError").GetString());
        Assert.Equal(410, await _scene.Hub.PostAsync(callback, _scene.FeedOf("/b"), null, _scene.Topic));
        await _scene.PollAgainAsync();
        Assert.DoesNotContain("WebSub", (await _scene.SourceAsync()).GetProperty("nextReason").GetString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _scene = await HubScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();
}
