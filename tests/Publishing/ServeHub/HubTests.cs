using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.ServeHub;

/// <summary>The hub as subscribers meet it: a callback on the loopback address that confirms what it asked for.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private const string Herald = "http://localhost/feeds/rss.xml?source=herald";

    private readonly PublishingHost _service = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _questions = [];
    private TestEndpoint _callback = null!;
    private HttpClient _client = null!;
    private Func<string, string> _confirms = challenge => challenge;

    private IReadOnlyList<Received> Deliveries => [.. _callback.Requests.Where(request => request.Method == "POST")];

    public async ValueTask InitializeAsync()
    {
        _callback = await TestEndpoint.StartAsync();
        _callback.Answers = request =>
        {
            var question = QueryHelpers.ParseQuery(new Uri(new Uri("http://x/"), request.Path).Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            if (request.Method == "GET")
            {
                _questions.Enqueue(question);
            }

            return new Answer(HttpStatusCode.OK, Body: request.Method == "GET" ? _confirms(question.GetValueOrDefault("hub.challenge", "")) : "");
        };
        _service.Settings["Delivery:AllowedNetworks"] = "127.0.0.1";
        _service.Settings["Delivery:MaxSubscriptions"] = "2";
        _service.Settings["Publishing:StreamPollSeconds"] = "0.1";
        _client = _service.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
        await _callback.DisposeAsync();
    }

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task A_feed_names_its_hub_and_itself_in_its_head_and_in_itself(string file)
    {
        var answer = await _client.GetAsync($"/feeds/{file}?language=en");
        var older = await _client.GetStringAsync($"/feeds/{file}?language=en&limit=1&cursor=");

        Assert.Equal($"<http://localhost/hub>; rel=\"hub\", <http://localhost/feeds/{file}?language=en>; rel=\"self\"", Assert.Single(answer.Headers.GetValues("Link")));
        Assert.Contains("\"http://localhost/hub\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("http://localhost/hub", older, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivers_the_feed_signed_when_something_in_it_changed_and_only_then()
    {
        await SubscribeAsync(Herald, secret: "a secret");

        await _service.TakeInAsync(AnArticle.Enriched("other"));
        await _service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await DeliveredAsync(1);
        await _service.TakeInAsync(AnArticle.Enriched("other", revision: 2, title: "Another title"));
        await _service.TakeInAsync(AnArticle.Withdrawn("ours"));
        await DeliveredAsync(2);

        var (first, second) = (Deliveries[0], Deliveries[1]);
        Assert.Equal(("/callback?own=1", "application/rss+xml; charset=utf-8"), (first.Path, first.Headers["Content-Type"]));
        Assert.Equal($"<http://localhost/hub>; rel=\"hub\", <{Herald}>; rel=\"self\"", first.Headers["Link"]);
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("a secret"u8, first.Body))}", first.Headers["X-Hub-Signature"]);
        Assert.Contains("urn:newsplatform:article:ours", Encoding.UTF8.GetString(first.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("urn:newsplatform:article:o", Encoding.UTF8.GetString(second.Body), StringComparison.Ordinal);
        Assert.Equal(await _client.GetByteArrayAsync(Herald), second.Body);
    }

    [Fact]
    public async Task A_delivery_that_fails_is_tried_again_with_the_feed_as_it_is_then()
    {
        await SubscribeAsync(Herald);
        var confirms = _callback.Answers;
        _callback.Answers = request => request.Method == "POST" && Deliveries.Count == 1 ? new Answer(HttpStatusCode.BadGateway) : confirms(request);
        await _service.TakeInAsync(AnArticle.Enriched("first", source: "herald"));
        await DeliveredAsync(1);

        await _service.TakeInAsync(AnArticle.Enriched("second", source: "herald"));
        await DeliveredAsync(2);

        Assert.Contains("article:first", Encoding.UTF8.GetString(Deliveries[1].Body), StringComparison.Ordinal);
        Assert.Contains("article:second", Encoding.UTF8.GetString(Deliveries[1].Body), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Hub-Signature", Deliveries[1].Headers.Keys);
    }

    [Fact]
    public async Task Asks_the_callback_and_keeps_its_query_and_bounds_the_lease()
    {
        await SubscribeAsync(Herald, lease: "999999999");

        var question = Assert.Single(_questions);
        Assert.Equal(("1", "subscribe", Herald, "2592000"), (question["own"], question["hub.mode"], question["hub.topic"], question["hub.lease_seconds"]));
        _service.Clock.Advance(TimeSpan.FromDays(31));
        await _service.TakeInAsync(AnArticle.Enriched("late", source: "herald"));
        await SubscribeAsync("http://localhost/feeds/atom.xml", path: "/second");
        await _service.TakeInAsync(AnArticle.Enriched("later", source: "herald"));
        await DeliveredAsync(1);
        Assert.Equal("/second", Assert.Single(Deliveries).Path);
    }

    [Fact]
    public async Task Nobody_is_subscribed_who_does_not_confirm_it_nor_unsubscribed()
    {
        _confirms = _ => "what?";
        await AskAsync("subscribe", Herald);
        await QuestionsAsync(1);
        _confirms = challenge => challenge;
        await SubscribeAsync(Herald, path: "/second");
        _confirms = _ => "no";
        await AskAsync("unsubscribe", Herald, path: "/second");
        await QuestionsAsync(3);

        await _service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await DeliveredAsync(1);

        Assert.Equal("/second", Assert.Single(Deliveries).Path);
    }

    [Fact]
    public async Task Whoever_unsubscribes_gets_nothing_more_and_whoever_comes_to_a_full_hub_is_denied()
    {
        await SubscribeAsync(Herald);
        await SubscribeAsync(Herald, path: "/second");
        await AskAsync("subscribe", Herald, path: "/third");
        await QuestionsAsync(3);
        await AskAsync("unsubscribe", Herald);
        await CountBecomesAsync(1);

        await _service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await DeliveredAsync(1);

        Assert.Equal("denied", _questions.ElementAt(2)["hub.mode"]);
        Assert.Equal("/second", Assert.Single(Deliveries).Path);
    }

    [Theory]
    [InlineData("subscribe", "http://elsewhere.example/feeds/rss.xml", "hub.topic is")]
    [InlineData("subscribe", "http://localhost/feeds/opml.xml", "hub.topic is")]
    [InlineData("subscribe", "http://localhost/feeds/rss.xml?cursor=abc", "hub.topic is")]
    [InlineData("publish", Herald, "hub.mode is 'publish'")]
    public async Task What_cannot_be_subscribed_is_refused_in_one_sentence(string mode, string topic, string words)
    {
        var answer = await PostAsync(mode, topic, "/callback");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_questions);
    }

    private async Task SubscribeAsync(string topic, string? secret = null, string? lease = null, string path = "/callback?own=1")
    {
        var before = await CountAsync();
        await AskAsync("subscribe", topic, path, secret, lease);
        await CountBecomesAsync(before + 1);
    }

    private async Task AskAsync(string mode, string topic, string path = "/callback?own=1", string? secret = null, string? lease = null) =>
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(mode, topic, path, secret, lease)).StatusCode);

    private Task<HttpResponseMessage> PostAsync(string mode, string topic, string path, string? secret = null, string? lease = null) =>
        _client.PostAsync("/hub", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = mode,
            ["hub.topic"] = topic,
            ["hub.callback"] = new Uri(_callback.Address, path).AbsoluteUri,
            ["hub.secret"] = secret ?? "",
            ["hub.lease_seconds"] = lease ?? "",
        }));

    private Task<int> CountAsync() => _service.Services.GetRequiredService<ISubscriberStore>().CountAsync(SubscriberKind.Hub, CancellationToken.None);

    private Task CountBecomesAsync(int count) => Eventually.BecomesAsync(CountAsync, now => now == count, what: $"{count} subscriptions");

    private Task QuestionsAsync(int count) => Eventually.BecomesTrueAsync(() => Task.FromResult(_questions.Count >= count), what: $"{count} questions");

    // A feed is written at most every five seconds, a failed delivery repeated after five.
    private Task DeliveredAsync(int count) => Eventually.BecomesTrueAsync(
        () =>
        {
            _service.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(Deliveries.Count >= count);
        },
        what: $"{count} deliveries");
}
