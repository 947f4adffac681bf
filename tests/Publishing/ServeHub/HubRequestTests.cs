using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.ServeHub;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.ServeHub;

/// <summary>Requests to the hub until they are confirmed: kept through restarts, asked a few times and by one process at a time.</summary>
public sealed class HubRequestTests : IAsyncLifetime
{
    private HubScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await HubScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_request_that_a_stop_came_before_is_confirmed_after_the_start()
    {
        await _scene.AskAsync("subscribe", HubScene.Herald, secret: "a secret");
        await _scene.StopAsync();
        Assert.Empty(_scene.Questions);

        _scene.Start();
        await _scene.CountBecomesAsync(1);
        await _scene.Service.TakeInAsync(AnArticle.Enriched("ours", source: "herald"));
        await _scene.DeliveredAsync(1);

        Assert.Equal("subscribe", Assert.Single(_scene.Questions)["hub.mode"]);
        Assert.StartsWith("sha256=", _scene.Deliveries[0].Headers["X-Hub-Signature"], StringComparison.Ordinal);
        await _scene.CountBecomesAsync(0, SubscriberKind.HubRequest);
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_the_question_gives_the_request_back()
    {
        var answers = _scene.Callback.Answers;
        _scene.Callback.Answers = request => answers(request) with { Never = true };
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.QuestionsAsync(1);
        await _scene.StopAsync();

        _scene.Callback.Answers = answers;
        _scene.Start();
        await Eventually.BecomesAsync(() => _scene.CountAsync(SubscriberKind.Hub), count => count == 1, what: "the subscription, without a minute going by");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Whoever_refuses_is_not_asked_again(HttpStatusCode status)
    {
        _scene.ConfirmsBy = status;
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.CountBecomesAsync(0, SubscriberKind.HubRequest);

        _scene.ConfirmsBy = HttpStatusCode.OK;
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        await _scene.SubscribeAsync(HubScene.Herald, path: "/second");

        Assert.Equal(2, _scene.Questions.Count);
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_asked_a_few_times_with_pauses_and_then_no_more()
    {
        _scene.ConfirmsBy = HttpStatusCode.ServiceUnavailable;
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.QuestionsAsync(2);
        await _scene.StopAsync();
        _scene.Start();
        await _scene.QuestionsAsync(HubRules.Tries);
        await _scene.CountBecomesAsync(0, SubscriberKind.HubRequest);

        Assert.Equal(0, await _scene.CountAsync(SubscriberKind.Hub));
        DateTimeOffset[] times = [.. _scene.QuestionsAt];
        Assert.Equal(4, times.Length);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(10) && times[2] - times[1] >= TimeSpan.FromMinutes(1) && times[3] - times[2] >= TimeSpan.FromMinutes(5), string.Join(" ", times));
    }

    [Fact]
    public async Task Whoever_answers_after_a_while_is_subscribed()
    {
        _scene.ConfirmsBy = HttpStatusCode.BadGateway;
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.QuestionsAsync(1);

        _scene.ConfirmsBy = HttpStatusCode.OK;
        await _scene.CountBecomesAsync(1);

        Assert.Equal(_scene.Questions.Count, _scene.Questions.Select(question => question["hub.challenge"]).Distinct().Count());
    }

    [Fact]
    public async Task Two_replicas_ask_once()
    {
        await using var second = _scene.StartService();
        foreach (var path in Enumerable.Range(0, 20).Select(i => $"/{i}"))
        {
            await _scene.AskAsync("unsubscribe", HubScene.Herald, path);
        }

        await _scene.CountBecomesAsync(0, SubscriberKind.HubRequest);

        Assert.Equal(20, _scene.Questions.Count);
    }

    [Fact]
    public async Task A_request_whose_process_was_killed_waits_for_the_end_of_its_claim()
    {
        await _scene.AskAsync("subscribe", HubScene.Herald);
        var services = _scene.Service.Services;
        var row = Assert.Single(await services.GetRequiredService<ISubscriberStore>().ReadAsync(SubscriberKind.HubRequest, null, 10, CancellationToken.None));
        await services.GetRequiredService<SubscriberBook>().ChangeAsync(row.Id, held => held.Claimed("the dead", _scene.Clock.Now), CancellationToken.None);

        _scene.Clock.Advance(DeliveryRules.Lease - TimeSpan.FromSeconds(1));
        await _scene.Service.TakeInAsync(AnArticle.Enriched("ours"));
        Assert.Empty(_scene.Questions);
        await _scene.CountBecomesAsync(1);
    }

    [Fact]
    public async Task The_last_of_several_requests_for_a_feed_and_callback_counts()
    {
        await _scene.AskAsync("subscribe", HubScene.Herald, secret: "old");
        await _scene.AskAsync("subscribe", HubScene.Herald, secret: "new", lease: "7200");
        await _scene.CountBecomesAsync(1);

        var held = Assert.Single(await _scene.Service.Services.GetRequiredService<ISubscriberStore>().ReadAsync(SubscriberKind.Hub, null, 10, CancellationToken.None));

        Assert.Equal("new", held.Hub!.Secret);
        Assert.Equal("7200", Assert.Single(_scene.Questions)["hub.lease_seconds"]);
    }

    [Fact]
    public async Task A_request_of_another_day_is_forgotten()
    {
        await _scene.AskAsync("subscribe", HubScene.Herald);
        await _scene.StopAsync();
        _scene.Clock.Advance(HubRules.Patience + TimeSpan.FromSeconds(1));

        _scene.Start();
        await _scene.CountBecomesAsync(0, SubscriberKind.HubRequest);

        Assert.Empty(_scene.Questions);
    }
}
