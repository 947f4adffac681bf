using Microsoft.AspNetCore.Http;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.SubscribeFeeds;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.SubscribeFeeds;

/// <summary>A feed that names more than one hub.</summary>
public sealed class SeveralHubsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = AnArticle.SomeTime;
    private static readonly Uri First = new("https://hub.example/"), Second = new("https://two.example/"), Third = new("https://three.example/");
    private static readonly Subscription Wanted = ASubscription.Of("post") with { Hub = First, Hubs = HubChoice.Known([], [First, Second, Third]), AskAt = Now };

    private HubScene _scene = null!;
    private TestHub _second = null!;

    [Fact]
    public async Task Where_the_first_hub_refuses_the_second_is_asked_at_once_and_delivers()
    {
        _scene.Hub.Status = StatusCodes.Status503ServiceUnavailable;

        await _scene.AddSourceAsync("/a");
        await _scene.HubBecomesAsync("subscribed");

        Assert.Equal((1, 1), (_scene.Hub.RequestsOf("subscribe"), _second.RequestsOf("subscribe")));
        Assert.NotEqual(_scene.Hub.Requests.Single()["hub.callback"], _second.Requests.Single()["hub.callback"]);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_second.Subscribers.Count == 1));
        _scene.Site.PutArticle("/b", "Story of /b");
        Assert.Equal([204], await _second.DeliverAsync(_scene.Topic, _scene.FeedOf("/b")));
        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);
    }

    [Fact]
    public async Task A_hub_that_denies_or_never_comes_back_gives_way_to_the_next_and_is_not_believed_any_more()
    {
        _scene.Hub.ComesBack = false;
        await _scene.AddSourceAsync("/a");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.RequestsOf("subscribe") == 1));
        var stale = _scene.Hub.Requests.Single()["hub.callback"];

        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(11));
        await _scene.HubBecomesAsync("subscribed");

        Assert.Equal(1, _second.RequestsOf("subscribe"));
        Assert.False(await _scene.Hub.ConfirmAsync(stale, "subscribe", _scene.Topic));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_second.Subscribers.Count == 1));

        _scene.Hub.ComesBack = true;
        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, await _second.DenyAsync(_second.Subscribers.Single().Key, _scene.Topic, "not paid"));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Subscribers.Count == 1));
        await _scene.HubBecomesAsync("subscribed");
    }

    [Fact]
    public async Task A_hub_that_keeps_items_back_is_left_for_the_next()
    {
        await _scene.SubscribeAsync("/a");
        await _scene.PollAgainAsync();
        _scene.PutFeed("/b", "/a");
        await _scene.PollAgainAsync();
        await _scene.Service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);

        _scene.Service.Clock.Advance(TimeSpan.FromMinutes(16));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_scene.Hub.Subscribers.IsEmpty && _second.Subscribers.Count == 1));

        await _scene.HubBecomesAsync("subscribed");
        Assert.Contains("subscribed → silent", await _scene.ChangesAsync());
    }

    [Fact]
    public void Each_hub_keeps_its_own_growing_waits()
    {
        var failed = Wanted.Failed("status 500", retryAfter: null, Now);
        Assert.Equal((Second, true), (HubChoice.Next(failed, Now)?.Address, failed.DueAt <= Now));

        var atThird = At(Third, At(Second, failed).Failed("busy", TimeSpan.FromHours(2), Now)).Failed("status 500", retryAfter: null, Now);

        Assert.Equal((null, Now.AddMinutes(1)), (HubChoice.Next(atThird, Now), atThird.DueAt));
        Assert.Equal(First, HubChoice.Next(atThird, Now.AddMinutes(1))?.Address);
        Assert.Equal(Now.AddHours(2), HubChoice.PutOff(atThird, Now)[1].NotBefore);
        Assert.Equal(Now.AddMinutes(2), At(First, atThird).Failed("status 500", retryAfter: null, Now).AskAt);
    }

    [Fact]
    public void A_hub_is_kept_while_it_may_yet_do_its_work()
    {
        var active = Wanted.Asked(Now).Confirmed(TimeSpan.FromDays(10), Now);

        Assert.Null(HubChoice.Next(Wanted, Now));
        Assert.Null(HubChoice.Next(Wanted.Asked(Now), Now));
        Assert.Null(HubChoice.Next(active.Failed("busy", retryAfter: null, Now.AddDays(8)), Now.AddDays(8)));
        Assert.Null(HubChoice.Next(active.Left(Now), Now));
        Assert.Null(HubChoice.Next(Wanted.Failed("busy", retryAfter: null, Now) with { Hubs = [new HubTry(First)] }, Now));
        Assert.Equal(Second, HubChoice.Next(active.Failed("busy", retryAfter: null, Now.AddDays(8)).Settle(Now.AddDays(11)), Now.AddDays(11))?.Address);
        Assert.Equal(Second, HubChoice.Next(active.Denied("not paid", Now), Now)?.Address);
    }

    [Fact]
    public void A_feed_may_name_hubs_without_end_and_the_first_four_count()
    {
        var links = string.Concat(Enumerable.Range(0, 9).Select(number => $"<link rel=\"hub\" href=\"https://hub{number % 6}.example/\"/>"));
        var address = new Uri("https://post.example/feed");
        var feed = FeedReader.Read(System.Text.Encoding.UTF8.GetBytes($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title>{links}<link rel=\"self\" href=\"/feed\"/></feed>"), contentType: null, address);

        var offer = HubOffer.Find(feed, new Fetched { Body = [], FinalUri = address })!;

        Assert.Equal(["hub0.example", "hub1.example", "hub2.example", "hub3.example"], offer.Hubs.Select(hub => hub.Host));
        Assert.True(offer.IsCut);
    }

    private static Subscription At(Uri hub, Subscription row) => row with { Hub = hub, Hubs = HubChoice.PutOff(row, Now), Failures = row.Hubs.Single(one => one.Address == hub).Failures };

    public async ValueTask InitializeAsync()
    {
        _scene = await HubScene.StartAsync();
        _second = await TestHub.StartAsync();
        _second.CallbacksAt = _scene.Hub.CallbacksAt;
        _scene.FurtherHubs = [_second.Address];
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _scene.DisposeAsync();
    }
}
