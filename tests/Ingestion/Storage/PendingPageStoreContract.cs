using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IPendingPageStore"/> must do.</summary>
public abstract class PendingPageStoreContract
{
    [Fact]
    public async Task A_page_that_is_put_again_is_due_again_with_its_attempts_forgotten()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a")], default);
        var page = Assert.Single(await DueAsync(store));
        await store.TrySaveAsync(page with { GivenUp = true, Attempts = 6, LastError = "gone" }, default);
        var whileGivenUp = (await DueAsync(store), await store.CountAsync(default));

        await store.PutAsync([Page("a")], default);

        Assert.Empty(whileGivenUp.Item1);
        Assert.Equal(new PageCounts(Waiting: 0, GivenUp: 1), whileGivenUp.Item2);
        var again = Assert.Single(await DueAsync(store));
        Assert.Equal((0, false, null), (again.Attempts, again.GivenUp, again.LastError));
        Assert.Equal(new PageCounts(Waiting: 1, GivenUp: 0), await store.CountAsync(default));
    }

    [Fact]
    public async Task Only_one_of_two_claims_holds()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a")], default);
        var page = Assert.Single(await DueAsync(store));

        var first = await store.TrySaveAsync(page with { ClaimedBy = "first", NextAttemptAt = AnArticle.SomeTime.AddHours(1) }, default);
        var second = await store.TrySaveAsync(page with { ClaimedBy = "second" }, default);

        Assert.Equal((true, false), (first, second));
        Assert.Empty(await DueAsync(store));
    }

    [Fact]
    public async Task Finds_what_an_owner_holds_and_neither_what_others_hold_nor_what_waits()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a"), Page("b"), Page("c")], default);
        var pages = (await DueAsync(store)).ToDictionary(page => page.Id, StringComparer.Ordinal);
        await store.TrySaveAsync(pages["a"] with { ClaimedBy = "me", NextAttemptAt = AnArticle.SomeTime.AddHours(1) }, default);
        await store.TrySaveAsync(pages["b"] with { ClaimedBy = "another", NextAttemptAt = AnArticle.SomeTime.AddHours(1) }, default);

        var claimed = await store.ReadClaimedAsync("me", AnArticle.SomeTime, default);

        Assert.Equal("a", Assert.Single(claimed).Id);
    }

    [Fact]
    public async Task A_page_that_changed_while_it_was_fetched_stays()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a")], default);
        var fetched = Assert.Single(await DueAsync(store));
        await store.PutAsync([Page("a")], default);

        var removed = await store.TryRemoveAsync("a", fetched.Version, default);

        Assert.False(removed);
        var page = Assert.Single(await DueAsync(store));
        Assert.True(await store.TryRemoveAsync("a", page.Version, default));
        Assert.Empty(await DueAsync(store));
    }

    [Fact]
    public async Task Lists_and_removes_the_pages_of_one_source()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a"), Page("b"), Page("c"), Page("d") with { SourceId = "other" }], default);

        var first = await store.ReadOfSourceAsync("post", null, 2, default);
        var rest = await store.ReadOfSourceAsync("post", first[^1].Id, 2, default);
        await store.RemoveOfSourceAsync("post", default);

        Assert.Equal(["a", "b"], first.Select(page => page.Id));
        Assert.Equal(["c"], rest.Select(page => page.Id));
        Assert.Equal(["d"], (await DueAsync(store)).Select(page => page.Id));
    }

    [Fact]
    public async Task Forgets_what_was_given_up_long_ago_batch_by_batch_and_nothing_else()
    {
        var store = await CreateAsync();
        await store.PutAsync([Page("a"), Page("b"), Page("waits"), Page("recent")], default);
        foreach (var page in (await DueAsync(store)).Where(page => page.Id != "waits"))
            await store.TrySaveAsync(page with { GivenUp = true, NextAttemptAt = AnArticle.SomeTime.AddHours(page.Id == "recent" ? 2 : 0) }, default);

        var removed = new[] { await RemoveAsync(), await RemoveAsync(), await RemoveAsync() };

        Assert.Equal([1, 1, 0], removed);
        Assert.Equal(["recent", "waits"], (await store.ReadOfSourceAsync("post", null, 10, default)).Select(page => page.Id));

        Task<int> RemoveAsync() => store.RemoveGivenUpAsync(AnArticle.SomeTime.AddHours(1), 1, default);
    }

    internal abstract Task<IPendingPageStore> CreateAsync();

    private static Task<IReadOnlyList<PendingPage>> DueAsync(IPendingPageStore store) => store.ReadDueAsync(AnArticle.SomeTime, 10, default);

    private static PendingPage Page(string id) => new()
    {
        Id = id,
        SourceId = "post",
        Url = new Uri($"https://post.example/{id}"),
        Hints = new PageHints("Title", AnArticle.SomeTime, "uk", "Світ", Extras: new ArticleExtras(new ArticleComments("https://post.example/talk", 3), new ArticlePlace("Одеса", 46.48, 30.73), new ArticleRecording("https://post.example/1.mp3", "audio/mpeg", 7, 61.5))),
        NextAttemptAt = AnArticle.SomeTime,
        FoundAt = AnArticle.SomeTime,
    };
}
