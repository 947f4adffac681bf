using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.SendWebhooks;

/// <summary>Nothing is lost or reordered by a restart, a kill, a second replica or a restored database.</summary>
public sealed class WebhookReplicaTests : IAsyncLifetime
{
    private const int Many = 120;

    private WebhookScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await WebhookScene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing_and_keeps_the_order()
    {
        var webhook = await _scene.AddAsync();
        await AppendAsync(Many);
        await _scene.SentBecomesAsync(10);

        _scene.Restart();
        await _scene.BecomesAsync(webhook, view => view.GetProperty("behind").GetInt64() == 0, "The rest");

        AssertInOrder();
    }

    [Fact]
    public async Task Two_replicas_send_to_an_endpoint_one_event_at_a_time_in_order()
    {
        using var second = _scene.StartService();
        var (underWay, most) = (0, 0);
        var gate = new Lock();
        _scene.Endpoint.Answers = _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++underWay);
            }

            Thread.Yield();
            lock (gate)
            {
                underWay--;
            }

            return new Answer(HttpStatusCode.OK);
        };
        var webhook = await _scene.AddAsync();

        await AppendAsync(Many);
        await _scene.BecomesAsync(webhook, view => view.GetProperty("behind").GetInt64() == 0, "The end of the log");

        Assert.Equal(1, most);
        AssertInOrder();
        Assert.Equal(Many, _scene.Sent.Count);
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_taken_over_when_its_lease_is_over()
    {
        var webhook = await _scene.AddAsync();
        var book = _scene.Service.Services.GetRequiredService<SubscriberBook>();
        var id = webhook.GetProperty("id").GetString()!;
        await book.ChangeAsync(id, row => row.Claimed("the dead", _scene.Clock.Now), CancellationToken.None);
        await AppendAsync(2);
        await _scene.BecomesAsync(webhook, view => view.GetProperty("behind").GetInt64() == 2, "Two events behind");
        Assert.Empty(_scene.Sent);

        _scene.Clock.Advance(DeliveryRules.Lease + TimeSpan.FromSeconds(1));
        await _scene.SentBecomesAsync(2);

        AssertInOrder();
    }

    [Fact]
    public async Task After_a_restore_the_endpoint_is_told_and_goes_on_in_the_new_life_of_the_log()
    {
        await AppendAsync(2);
        var webhook = await _scene.AddAsync();
        var epoch = await ((IRestorableLog)_scene.Service.Services.GetRequiredKeyedService<ILogStore>("publishing")).RenewEpochAsync(CancellationToken.None);

        _scene.Restart();
        await _scene.SentBecomesAsync(1);
        await AppendAsync(1, from: 3);
        await _scene.SentBecomesAsync(2);

        Assert.Equal([$"{epoch}:restored", $"{epoch}:3"], _scene.Sent);
        Assert.Equal("newsplatform.log-restored", WebhookScene.EventOf(_scene.Endpoint.Requests.First()).GetProperty("type").GetString());
        await _scene.BecomesAsync(webhook, view => view.GetProperty("cursor").GetString() == $"{epoch}:4", "The cursor of the new life");
    }

    private async Task AppendAsync(int count, int from = 1)
    {
        var log = _scene.Service.Services.GetRequiredKeyedService<OrderedLog>("publishing");
        var entries = Enumerable.Range(from, count).Select(i => new LogRecord($"article-{i}", 1, "published", "", _scene.Clock.Now));
        Assert.True(await log.TryAppendAsync(from, [.. entries], CancellationToken.None));
    }

    // What was delivered since the last write is sent again after a kill, so an event may come twice; never one before an earlier one came.
    private void AssertInOrder()
    {
        var positions = _scene.Sent.Select(id => long.Parse(id.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var first = positions.Distinct().ToList();
        Assert.Equal(Enumerable.Range(1, (int)positions.Max()).Select(i => (long)i), first);
    }
}
