using System.Net;
using System.Text.Json;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.SendWebhooks;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private WebhookScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await WebhookScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Sends_what_changes_as_cloud_events_in_the_order_of_the_log()
    {
        await _scene.AddAsync();

        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));
        await _scene.Service.TakeInAsync(AnArticle.Withdrawn("a"));
        await _scene.SentBecomesAsync(3);

        Assert.Equal(["a", "b", "a"], _scene.Subjects);
        var request = _scene.Endpoint.Requests.Last();
        Assert.Equal(("POST", "/hook?token=1", "application/cloudevents+json; charset=utf-8"), (request.Method, request.Path, request.Headers["Content-Type"]));
        var sent = WebhookScene.EventOf(request);
        Assert.Equal(("1.0", "newsplatform.withdrawn", "/api/v1/changes"), (sent.GetProperty("specversion").GetString(), sent.GetProperty("type").GetString(), sent.GetProperty("source").GetString()));
        Assert.Equal(WebhookScene.IdOf(request), sent.GetProperty("id").GetString());
        Assert.Equal(2, sent.GetProperty("data").GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task Sends_only_what_passes_the_filter_and_what_leaves_it()
    {
        await _scene.AddAsync(new { source = new[] { "herald" }, types = new[] { "published", "revised" } });

        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"), AnArticle.Enriched("b", source: "herald"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b", revision: 2));
        await _scene.Service.TakeInAsync(AnArticle.Withdrawn("b", revision: 3));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("c", source: "herald"));
        await _scene.SentBecomesAsync(3);

        Assert.Equal(["b", "b", "c"], _scene.Subjects);
        Assert.True(WebhookScene.EventOf(_scene.Endpoint.Requests.ElementAt(1)).GetProperty("data").GetProperty("left").GetBoolean());
    }

    [Fact]
    public async Task Begins_with_what_comes_or_where_the_cursor_says()
    {
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));
        var next = JsonDocument.Parse(await _scene.Client.GetStringAsync("/api/v1/changes?limit=1")).RootElement.GetProperty("next").GetString();

        await _scene.AddAsync(cursor: next);
        await _scene.SentBecomesAsync(1);

        Assert.Equal(["b"], _scene.Subjects);
    }

    [Fact]
    public async Task A_failing_event_holds_the_later_ones_back_and_is_tried_by_the_schedule_under_one_id()
    {
        var isUp = false;
        _scene.Endpoint.Answers = _ => new Answer(isUp ? HttpStatusCode.Accepted : HttpStatusCode.ServiceUnavailable, Body: "down for maintenance");
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.FailuresBecomeAsync(webhook, 1);
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));

        _scene.Clock.Advance(TimeSpan.FromSeconds(6));
        var failing = await _scene.FailuresBecomeAsync(webhook, 2);
        isUp = true;
        _scene.Clock.Advance(TimeSpan.FromMinutes(4.9));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _scene.ShowAsync(webhook)));
        Assert.Equal(["a", "a"], _scene.Subjects);
        _scene.Clock.Advance(TimeSpan.FromMinutes(1.2));
        await _scene.SentBecomesAsync(4);

        Assert.Equal(("failing", "The endpoint answered with status 503."), (failing.GetProperty("state").GetString(), failing.GetProperty("lastError").GetString()));
        Assert.InRange(failing.GetProperty("nextAttemptAt").GetDateTimeOffset() - AnArticle.Noon.AddMinutes(5), TimeSpan.FromSeconds(306), TimeSpan.FromSeconds(366));
        Assert.Equal(["a", "a", "a", "b"], _scene.Subjects);
        Assert.Single(_scene.Sent.Take(3).Distinct());
        await _scene.BecomesAsync(webhook, view => view.GetProperty("state").GetString() == "active" && view.GetProperty("behind").GetInt64() == 0, "The webhook's recovery");
        Assert.Equal(["failed", "failed", "delivered", "delivered"], await _scene.OutcomesAsync(webhook));
    }

    [Fact]
    public async Task Waits_as_long_as_the_endpoint_asks_but_no_longer_than_a_day()
    {
        _scene.Endpoint.Answers = request => new Answer(HttpStatusCode.TooManyRequests, _scene.Sent.Count == 1 ? "600" : "9999999");
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));

        var first = await _scene.FailuresBecomeAsync(webhook, 1);
        _scene.Clock.Advance(TimeSpan.FromSeconds(601));
        var second = await _scene.FailuresBecomeAsync(webhook, 2);

        Assert.Equal(AnArticle.Noon.AddMinutes(15), first.GetProperty("nextAttemptAt").GetDateTimeOffset());
        Assert.Equal(_scene.Clock.Now.AddHours(24), second.GetProperty("nextAttemptAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_switched_off_and_begins_with_the_same_event_once_it_is_on_again()
    {
        _scene.Endpoint.Answers = _ => new Answer(_scene.Sent.Count == 1 ? HttpStatusCode.Gone : HttpStatusCode.OK);
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        var off = await _scene.BecomesAsync(webhook, view => !view.GetProperty("enabled").GetBoolean(), "The end of the webhook");

        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));
        await _scene.PatchAsync(webhook, new { enabled = true });
        await _scene.SentBecomesAsync(3);

        Assert.Contains("410", off.GetProperty("offBecause").GetString(), StringComparison.Ordinal);
        Assert.Equal(["a", "a", "b"], _scene.Subjects);
    }

    [Fact]
    public async Task An_event_that_the_endpoint_refuses_to_the_last_is_given_up_in_the_log_and_the_others_go_on()
    {
        _scene.Endpoint.Answers = request => new Answer(WebhookScene.SubjectOf(request) == "a" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));

        for (var failures = 1; failures < 8; failures++)
        {
            await _scene.FailuresBecomeAsync(webhook, failures);
            _scene.Clock.Advance(TimeSpan.FromHours(12.1));
        }

        await _scene.SentBecomesAsync(9);
        await _scene.BecomesAsync(webhook, view => view.GetProperty("behind").GetInt64() == 0, "The rest");
        Assert.Equal([.. Enumerable.Repeat("failed", 7), "givenUp", "delivered"], await _scene.OutcomesAsync(webhook));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_come_back_is_switched_off_and_nothing_is_given_up()
    {
        _scene.Endpoint.Answers = _ => new Answer(_scene.Sent.Count <= 8 ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("b"));
        for (var failures = 1; failures < 8; failures++)
        {
            await _scene.FailuresBecomeAsync(webhook, failures);
            _scene.Clock.Advance(TimeSpan.FromHours(12.1));
        }

        var off = await _scene.BecomesAsync(webhook, view => view.GetProperty("state").GetString() == "off", "The end of the webhook");
        await _scene.PatchAsync(webhook, new { enabled = true });
        await _scene.SentBecomesAsync(10);

        Assert.Contains("8 attempts", off.GetProperty("offBecause").GetString(), StringComparison.Ordinal);
        Assert.Equal([.. Enumerable.Repeat("a", 9), "b"], _scene.Subjects);
    }
}
