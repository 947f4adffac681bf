using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Publishing.Tests.DeliverChanges;

namespace NewsPlatform.Publishing.Tests.ServeHub;

/// <summary>The hub as subscribers meet it: a callback on the loopback address that confirms what it asked for.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private HubScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await HubScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task A_feed_names_its_hub_and_itself_in_its_head_and_in_itself(string file)
    {
        var answer = await _scene.Client.GetAsync($"/feeds/{file}?language=en");
        var older = await _scene.Client.GetStringAsync($"/feeds/{file}?language=en&limit=1&cursor=");

        Assert.Equal($"<http://localhost/hub>; rel=\"hub\", <http://localhost/feeds/{file}?language=en>; rel=\"self\"", Assert.Single(answer.Headers.GetValues("Link")));
        Assert.Contains("\"http://localhost/hub\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("http://localhost/hub", older, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivers_the_feed_signed_when_something_in_it_changed_and_only_then()
    {
        await _scene.SubscribeAsync(HubScene.Herald, secret: "a secret");

        await _scene.Service.TakeInAsync(AnArticle.Enriched("other"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await _scene.DeliveredAsync(1);
        await _scene.Service.TakeInAsync(AnArticle.Enriched("other", revision: 2, title: "Another title"));
        await _scene.Service.TakeInAsync(AnArticle.Withdrawn("ours"));
        await _scene.DeliveredAsync(2);

        var (first, second) = (_scene.Deliveries[0], _scene.Deliveries[1]);
        Assert.Equal(("/callback?own=1", "application/rss+xml; charset=utf-8"), (first.Path, first.Headers["Content-Type"]));
        Assert.Equal($"<http://localhost/hub>; rel=\"hub\", <{HubScene.Herald}>; rel=\"self\"", first.Headers["Link"]);
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("a secret"u8, first.Body))}", first.Headers["X-Hub-Signature"]);
        Assert.Contains("urn:newsplatform:article:ours", Encoding.UTF8.GetString(first.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("urn:newsplatform:article:o", Encoding.UTF8.GetString(second.Body), StringComparison.Ordinal);
        Assert.Equal(await _scene.Client.GetByteArrayAsync(HubScene.Herald), second.Body);
    }

    [Fact]
    public async Task A_delivery_that_fails_is_tried_again_with_the_feed_as_it_is_then()
    {
        await _scene.SubscribeAsync(HubScene.Herald);
        var confirms = _scene.Callback.Answers;
        _scene.Callback.Answers = request => request.Method == "POST" && _scene.Deliveries.Count == 1 ? new Answer(HttpStatusCode.BadGateway) : confirms(request);
        await _scene.Service.TakeInAsync(AnArticle.Enriched("first", source: "herald"));
        await _scene.DeliveredAsync(1);

        await _scene.Service.TakeInAsync(AnArticle.Enriched("second", source: "herald"));
        await _scene.DeliveredAsync(2);

        Assert.Contains("article:first", Encoding.UTF8.GetString(_scene.Deliveries[1].Body), StringComparison.Ordinal);
        Assert.Contains("article:second", Encoding.UTF8.GetString(_scene.Deliveries[1].Body), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Hub-Signature", _scene.Deliveries[1].Headers.Keys);
    }

    [Fact]
    public async Task Asks_the_callback_and_keeps_its_query_and_bounds_the_lease()
    {
        await _scene.SubscribeAsync(HubScene.Herald, lease: "999999999");

        var question = Assert.Single(_scene.Questions);
        Assert.Equal(("1", "subscribe", HubScene.Herald, "2592000"), (question["own"], question["hub.mode"], question["hub.topic"], question["hub.lease_seconds"]));
        _scene.Service.Clock.Advance(TimeSpan.FromDays(31));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("late", source: "herald"));
        await _scene.SubscribeAsync("http://localhost/feeds/atom.xml", path: "/second");
        await _scene.Service.TakeInAsync(AnArticle.Enriched("later", source: "herald"));
        await _scene.DeliveredAsync(1);
        Assert.Equal("/second", Assert.Single(_scene.Deliveries).Path);
    }

    [Fact]
    public async Task Nobody_is_subscribed_who_does_not_confirm_it_nor_unsubscribed()
    {
        _scene.Confirms = _ => "what?";
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.QuestionsAsync(1);
        _scene.Confirms = challenge => challenge;
        await _scene.SubscribeAsync(HubScene.Herald, path: "/second");
        _scene.Confirms = _ => "no";
        await _scene.AskAsync("unsubscribe", HubScene.Herald, path: "/second");
        await _scene.QuestionsAsync(3);

        await _scene.Service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await _scene.DeliveredAsync(1);

        Assert.Equal("/second", Assert.Single(_scene.Deliveries).Path);
    }

    [Fact]
    public async Task Whoever_unsubscribes_gets_nothing_more_and_whoever_comes_to_a_full_hub_is_denied()
    {
        await _scene.SubscribeAsync(HubScene.Herald);
        await _scene.SubscribeAsync(HubScene.Herald, path: "/second");
        await _scene.AskAsync("subscribe", HubScene.Herald, path: "/third");
        await _scene.QuestionsAsync(3);
        await _scene.AskAsync("unsubscribe", HubScene.Herald);
        await _scene.CountBecomesAsync(1);

        await _scene.Service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await _scene.DeliveredAsync(1);

        Assert.Equal("denied", _scene.Questions.ElementAt(2)["hub.mode"]);
        Assert.Equal("/second", Assert.Single(_scene.Deliveries).Path);
    }

    [Theory]
    [InlineData("subscribe", "http://elsewhere.example/feeds/rss.xml", "hub.topic is")]
    [InlineData("subscribe", "http://localhost/feeds/opml.xml", "hub.topic is")]
    [InlineData("subscribe", "http://localhost/feeds/rss.xml?cursor=abc", "hub.topic is")]
    [InlineData("publish", HubScene.Herald, "hub.mode is 'publish'")]
    public async Task What_cannot_be_subscribed_is_refused_in_one_sentence(string mode, string topic, string words)
    {
        var answer = await _scene.PostAsync(mode, topic, "/callback");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_scene.Questions);
    }
}
