using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="ISourceStore"/> must do.</summary>
public abstract class SourceStoreContract
{
    [Fact]
    public async Task Names_the_source_that_holds_the_address_or_the_id()
    {
        var store = await CreateAsync();

        var added = await store.AddOrFindConflictAsync(Source("post", "https://post.example/feed"), default);
        var sameAddress = await store.AddOrFindConflictAsync(Source("other", "HTTPS://POST.example/feed/#top"), default);
        var sameId = await store.AddOrFindConflictAsync(Source("post", "https://post.example/other"), default);

        Assert.Null(added);
        Assert.Equal(("post", "post"), (sameAddress?.Id, sameId?.Id));
        Assert.Equal(["post"], (await store.ReadAsync(null, 10, default)).Select(source => source.Id));
    }

    [Fact]
    public async Task Only_one_of_two_claims_on_the_same_row_holds()
    {
        var store = await CreateAsync();
        await store.AddOrFindConflictAsync(Source("post", "https://post.example/feed"), default);
        var read = (await store.TryFindAsync("post", default))!;

        var first = await store.SaveAsync(read with { ClaimedBy = "first" }, default);
        var second = await store.SaveAsync(read with { ClaimedBy = "second" }, default);

        Assert.Equal((SourceSave.Done, SourceSave.Outdated), (first, second));
        Assert.Equal("first", (await store.TryFindAsync("post", default))?.ClaimedBy);
    }

    [Fact]
    public async Task Refuses_an_address_that_another_source_has_and_frees_the_one_that_was_left()
    {
        var store = await CreateAsync();
        await store.AddOrFindConflictAsync(Source("post", "https://post.example/feed"), default);
        await store.AddOrFindConflictAsync(Source("kurier", "https://kurier.example/feed"), default);
        var kurier = (await store.TryFindAsync("kurier", default))!;

        var taken = await store.SaveAsync(kurier with { Url = new Uri("https://post.example/feed") }, default);
        var moved = await store.SaveAsync(kurier with { Url = new Uri("https://kurier.example/new") }, default);
        var freed = await store.AddOrFindConflictAsync(Source("third", "https://kurier.example/feed"), default);

        Assert.Equal((SourceSave.AddressTaken, SourceSave.Done), (taken, moved));
        Assert.Null(freed);
    }

    [Fact]
    public async Task Gives_what_is_due_the_earliest_first()
    {
        var store = await CreateAsync();
        await store.AddOrFindConflictAsync(Source("b", "https://b.example/", dueIn: 2), default);
        await store.AddOrFindConflictAsync(Source("a", "https://a.example/", dueIn: 1), default);
        await store.AddOrFindConflictAsync(Source("c", "https://c.example/", dueIn: 60), default);

        var due = await store.ReadDueAsync(AnArticle.SomeTime.AddMinutes(2), 10, default);

        Assert.Equal(["a", "b"], due.Select(source => source.Id));
        Assert.Equal("a", Assert.Single(await store.ReadDueAsync(AnArticle.SomeTime.AddMinutes(2), 1, default)).Id);
    }

    [Fact]
    public async Task Keeps_the_fetch_state_until_the_source_goes()
    {
        var store = await CreateAsync();
        await store.AddOrFindConflictAsync(Source("post", "https://post.example/feed"), default);
        var state = new FetchState { ETag = "\"1\"", LastModified = "yesterday", BodyHash = "hash", Seen = new Dictionary<string, string> { ["item"] = "h" } };

        await store.SaveFetchStateAsync("post", state, default);
        var kept = await store.ReadFetchStateAsync("post", default);
        var removed = (await store.RemoveAsync("post", default), await store.RemoveAsync("post", default));
        await store.SaveFetchStateAsync("post", state, default);

        Assert.Equal((state.ETag, state.LastModified, state.BodyHash), (kept.ETag, kept.LastModified, kept.BodyHash));
        Assert.Equal(state.Seen, kept.Seen);
        Assert.Equal((true, false), removed);
        Assert.Null((await store.ReadFetchStateAsync("post", default)).ETag);
    }

    internal abstract Task<ISourceStore> CreateAsync();

    private static Source Source(string id, string url, int dueIn = 0) => new()
    {
        Id = id,
        Name = id,
        Kind = SourceKind.Feed,
        Url = new Uri(url),
        IntervalMinutes = 15,
        NextAttemptAt = AnArticle.SomeTime.AddMinutes(dueIn),
        CreatedAt = AnArticle.SomeTime,
    };
}
