using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.SendWebhooks;
using NewsPlatform.Publishing.ServeHub;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine of <see cref="ISubscriberStore"/> must do.</summary>
public abstract class SubscriberStoreContract
{
    private static readonly DateTimeOffset Now = AnArticle.Noon;

    [Fact]
    public async Task Keeps_all_that_is_known_of_a_subscriber()
    {
        var store = await CreateAsync();
        var row = ASubscriber("a") with { Failures = 3, NextAttemptAt = Now.AddMinutes(5), LastError = "It was down.", LastDeliveredAt = Now, Owner = "run", OwnedUntil = Now.AddMinutes(1) };

        Assert.True(await store.TrySaveAsync(row, [], default));
        var kept = (await store.TryFindAsync("a", default))!;

        Assert.Equal(["published", "herald"], [.. kept.Webhook!.Filter.Types!, .. kept.Webhook.Filter.Source!]);
        Assert.Equal(row.Webhook!.Secrets, kept.Webhook.Secrets);
        Assert.Equal(row with { Version = 1, Webhook = kept.Webhook }, kept);
        Assert.Null(await store.TryFindAsync("b", default));
    }

    [Fact]
    public async Task Of_two_that_write_at_once_one_must_look_again()
    {
        var store = await CreateAsync();
        var first = (await store.TrySaveAsync(ASubscriber("a"), [], default), await store.TrySaveAsync(ASubscriber("a"), [], default));
        var read = (await store.TryFindAsync("a", default))!;

        var second = (await store.TrySaveAsync(read with { Failures = 1 }, [], default), await store.TrySaveAsync(read with { Failures = 2 }, [], default));

        Assert.Equal(((true, false), (true, false)), (first, second));
        Assert.Equal((1, 2), ((await store.TryFindAsync("a", default))!.Failures, (int)(await store.TryFindAsync("a", default))!.Version));
    }

    [Fact]
    public async Task Finds_who_is_due_and_not_at_the_logs_end()
    {
        var store = await CreateAsync();
        var tail = new LogCursor("life", 9);
        Subscriber[] rows =
        [
            ASubscriber("late") with { NextAttemptAt = Now.AddMinutes(-1) }, ASubscriber("later") with { NextAttemptAt = Now }, ASubscriber("not yet") with { NextAttemptAt = Now.AddSeconds(1) },
            ASubscriber("taken") with { OwnedUntil = Now.AddSeconds(1) }, ASubscriber("off") with { OffBecause = "It is gone." }, ASubscriber("done") with { Cursor = tail },
            ASubscriber("restored") with { Cursor = new LogCursor("earlier life", 9) },
        ];
        foreach (var row in rows)
        {
            await store.TrySaveAsync(row, [], default);
        }

        Assert.Equal(["restored", "late", "later"], (await store.ReadDueAsync([SubscriberKind.Webhook, SubscriberKind.Hub], Now, tail, 10, default)).Select(row => row.Id));
        Assert.Equal(["done", "restored", "late", "later"], (await store.ReadDueAsync([SubscriberKind.Webhook], Now, tail: null, 10, default)).Select(row => row.Id));
        Assert.Single(await store.ReadDueAsync([SubscriberKind.Webhook], Now, tail, 1, default));
        Assert.Equal(["done", "late"], (await store.ReadAsync(SubscriberKind.Webhook, null, 2, default)).Select(row => row.Id));
        Assert.Equal(["later"], (await store.ReadAsync(SubscriberKind.Webhook, "late", 1, default)).Select(row => row.Id));
        Assert.Equal(rows.Length, await store.CountAsync(SubscriberKind.Webhook, default));
    }

    [Fact]
    public async Task Keeps_a_request_to_the_hub_apart_from_those_who_are_sent_something()
    {
        var store = await CreateAsync();
        var asked = new HubRequest(IsLeaving: false, "https://news.example/feeds/rss.xml?source=herald", new Uri("https://desk.example/hook?a=%20b"), TimeSpan.FromDays(10), "a secret");
        var row = ASubscriber("a") with { Kind = SubscriberKind.HubRequest, Webhook = null, Url = asked.Callback, Asked = asked, Failures = 1, NextAttemptAt = Now, LastError = "It was down." };

        await store.TrySaveAsync(row, [], default);
        var due = await store.ReadDueAsync([SubscriberKind.HubRequest], Now, tail: null, 10, default);

        Assert.Equal(row with { Version = 1 }, Assert.Single(due));
        Assert.Empty(await store.ReadDueAsync([SubscriberKind.Webhook, SubscriberKind.Hub], Now, tail: null, 10, default));
        Assert.Equal((1, 0), (await store.CountAsync(SubscriberKind.HubRequest, default), await store.CountAsync(SubscriberKind.Hub, default)));
    }

    [Fact]
    public async Task Keeps_the_newest_attempts_of_the_last_days_and_none_of_whoever_is_removed()
    {
        var store = await CreateAsync();
        await store.TrySaveAsync(ASubscriber("a"), [.. Enumerable.Range(1, 5).Select(day => AnAttempt(day))], default);
        await store.TrySaveAsync(ASubscriber("b"), [AnAttempt(1)], default);

        Assert.Equal("5 4 3 2 1", await NumbersAsync(store, "a"));
        var second = (await store.ReadAttemptsAsync("a", null, 2, default))[^1];
        Assert.Equal([3, 2], (await store.ReadAttemptsAsync("a", second.Id, 2, default)).Select(attempt => attempt.Number));
        Assert.Equal(AnAttempt(4) with { Id = second.Id }, second);
        await store.TrimAttemptsAsync("a", 10, Now.AddDays(2), default);
        Assert.Equal("5 4 3 2", await NumbersAsync(store, "a"));
        await store.TrimAttemptsAsync("a", 2, Now, default);
        Assert.Equal("5 4", await NumbersAsync(store, "a"));
        Assert.Equal((false, true, false), (await store.RemoveAsync("a", 2, default), await store.RemoveAsync("a", 1, default), await store.RemoveAsync("a", null, default)));
        Assert.Equal(("", "1"), (await NumbersAsync(store, "a"), await NumbersAsync(store, "b")));
    }

    [Fact]
    public async Task An_attempt_that_ends_after_its_subscriber_was_removed_leaves_nothing()
    {
        var store = await CreateAsync();
        await store.TrySaveAsync(ASubscriber("a"), [AnAttempt(1)], default);
        var trying = (await store.TryFindAsync("a", default))!;
        await store.RemoveAsync("a", null, default);

        var isSaved = await store.TrySaveAsync(trying, [AnAttempt(2)], default);

        Assert.False(isSaved);
        Assert.Empty(await NumbersAsync(store, "a"));
    }

    private protected abstract Task<ISubscriberStore> CreateAsync();

    private static async Task<string> NumbersAsync(ISubscriberStore store, string id) =>
        string.Join(' ', (await store.ReadAttemptsAsync(id, null, 10, default)).Select(attempt => attempt.Number));

    private static Subscriber ASubscriber(string id) => new()
    {
        Id = id,
        Kind = SubscriberKind.Webhook,
        Url = new Uri("https://desk.example/hook?token=1"),
        CreatedAt = Now.AddHours(-1),
        Cursor = new LogCursor("life", 4),
        Webhook = new Webhook { Filter = new WebhookFilter(Types: ["published"], Source: ["herald"]), Secrets = [new WebhookSecret("whsec_new"), new WebhookSecret("whsec_old", Now)] },
    };

    private static Attempt AnAttempt(int day) => new()
    {
        Id = Attempt.NewId(Now.AddDays(day)),
        Event = "life:4",
        Type = "newsplatform.published",
        Subject = "article",
        Number = day,
        At = Now.AddDays(day),
        Outcome = AttemptOutcome.Failed,
        Status = 503,
        Seconds = 0.25,
        Error = "It was down.",
        Answer = "maintenance",
    };
}
