using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;
using NewsPlatform.Ingestion.Tests.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="ISubscriptionStore"/> must do.</summary>
public abstract class SubscriptionStoreContract
{
    private static readonly DateTimeOffset Now = AnArticle.SomeTime;

    [Fact]
    public async Task Keeps_all_that_is_known_of_a_subscription()
    {
        var store = await CreateAsync();
        var row = ASubscription.Of("post") with
        {
            State = SubscriptionState.Active,
            AskedAt = Now,
            ActiveSince = Now.AddDays(-1),
            LeaseEndsAt = Now.AddDays(9),
            Failures = 2,
            LastError = "The hub was busy.",
            LastDeliveryAt = Now.AddHours(-1),
            Deliveries = 17,
            Owed = ["a", "b"],
            OwedUntil = Now.AddMinutes(15),
            CoversMinutes = 300,
            Hubs = [new HubTry(new Uri("https://hub.example/")), new HubTry(new Uri("https://two.example/"), 3, Now.AddHours(4))],
        };

        await store.TrySaveAsync(row, default);
        var kept = (await store.TryFindAsync(row.Id, default))!;

        Assert.Equal(row.Owed, kept.Owed);
        Assert.Equal(row.Hubs, kept.Hubs);
        Assert.Equal(row with { Version = 1, Owed = kept.Owed, Hubs = kept.Hubs }, kept);
        Assert.Null(await store.TryFindAsync("another", default));
    }

    [Fact]
    public async Task Of_two_replicas_that_write_at_once_one_must_look_again()
    {
        var store = await CreateAsync();
        var row = ASubscription.Of("post");
        var first = (await store.TrySaveAsync(row, default), await store.TrySaveAsync(row, default));
        var read = (await store.TryFindAsync(row.Id, default))!;

        var second = (await store.TrySaveAsync(read with { Failures = 1 }, default), await store.TrySaveAsync(read with { Failures = 2 }, default));

        Assert.Equal(((true, false), (true, false)), (first, second));
        Assert.Equal(1, (await store.TryFindAsync(row.Id, default))!.Failures);
    }

    [Fact]
    public async Task Finds_what_is_due_by_what_comes_first_of_request_patience_lease_and_debt()
    {
        var store = await CreateAsync();
        var far = Now.AddDays(5);
        await store.TrySaveAsync(ASubscription.Of("ask") with { AskAt = Now.AddMinutes(-4) }, default);
        await store.TrySaveAsync(ASubscription.Of("lease") with { AskAt = far, LeaseEndsAt = Now.AddMinutes(-3) }, default);
        await store.TrySaveAsync(ASubscription.Of("debt") with { AskAt = far, OwedUntil = Now.AddMinutes(-2) }, default);
        await store.TrySaveAsync(ASubscription.Of("patience") with { AskAt = Now.AddMinutes(-30), AskedAt = Now.AddMinutes(-11) }, default);
        await store.TrySaveAsync(ASubscription.Of("asked") with { AskAt = Now.AddMinutes(-30), AskedAt = Now.AddMinutes(-9) }, default);
        await store.TrySaveAsync(ASubscription.Of("later") with { AskAt = far }, default);

        Assert.Equal(["ask", "lease", "debt", "patience"], (await store.ReadDueAsync(Now, 10, default)).Select(row => row.SourceId));
        Assert.Equal(["ask"], (await store.ReadDueAsync(Now, 1, default)).Select(row => row.SourceId));
    }

    [Fact]
    public async Task Finds_a_sources_own_and_removes_only_what_is_still_as_it_was_read()
    {
        var store = await CreateAsync();
        await store.TrySaveAsync(ASubscription.Of("post", "2") with { State = SubscriptionState.Leaving }, default);
        await store.TrySaveAsync(ASubscription.Of("post", "1"), default);
        await store.TrySaveAsync(ASubscription.Of("kurier", "3"), default);

        Assert.Equal(["1", "2"], (await store.ReadOfSourceAsync("post", default)).Select(row => row.Id));
        Assert.False(await store.TryRemoveAsync("1", 2, default));
        Assert.True(await store.TryRemoveAsync("1", 1, default));
        Assert.Equal(["2"], (await store.ReadOfSourceAsync("post", default)).Select(row => row.Id));
    }

    internal abstract Task<ISubscriptionStore> CreateAsync();
}
