using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IDeadLetterStore"/> must do.</summary>
public abstract class DeadLetterStoreContract
{
    [Fact]
    public async Task Stores_a_letter_once_and_keeps_it_whole()
    {
        var store = await CreateAsync();
        var letter = Letter("one", minute: 1) with { ExceptionType = "IOException", Endpoint = "queue", MessageTypes = ["urn:a", "urn:b"], Body = [1, 2, 3] };

        var added = await store.TryAddAsync(letter, default);
        var again = await store.TryAddAsync(letter with { Reason = "other" }, default);

        Assert.Equal((true, false), (added, again));
        var stored = await store.TryFindAsync("one", default);
        Assert.NotNull(stored);
        Assert.Equal(letter.Body, stored.Body);
        Assert.Equal(letter.MessageTypes, stored.MessageTypes);
        Assert.Equal(letter, stored, Same);
    }

    [Fact]
    public async Task Lists_the_newest_first_without_bodies_and_goes_on_after_a_position()
    {
        var store = await CreateAsync();
        foreach (var (id, minute) in new[] { ("b", 1), ("a", 1), ("c", 2), ("d", 0) })
            await store.TryAddAsync(Letter(id, minute) with { Body = [1] }, default);

        var first = await store.ReadAsync(null, 2, default);
        var rest = await store.ReadAsync(new DeadLetterPosition(first[^1].RecordedAt, first[^1].Id), 10, default);

        Assert.Equal(["c", "a"], first.Select(letter => letter.Id));
        Assert.Equal(["b", "d"], rest.Select(letter => letter.Id));
        Assert.All(first, letter => Assert.Empty(letter.Body));
    }

    [Fact]
    public async Task Removes_one_letter_or_those_of_healed_articles()
    {
        var store = await CreateAsync();
        await store.TryAddAsync(Letter("one", 1), default);
        await store.TryAddAsync(Letter("old", 2) with { ArticleId = "article", Revision = 1 }, default);
        await store.TryAddAsync(Letter("new", 3) with { ArticleId = "article", Revision = 2 }, default);

        Assert.Equal(Letter("one", 1).RecordedAt, await store.FindOldestAsync(default));
        var removed = (await store.RemoveAsync("one", default), await store.RemoveAsync("one", default));
        await store.RemoveOfArticlesAsync(new Dictionary<string, long> { ["article"] = 1, ["unknown"] = 9 }, default);

        Assert.Equal((true, false), removed);
        Assert.Equal(["new"], (await store.ReadAsync(null, 10, default)).Select(letter => letter.Id));
        Assert.Equal(1, await store.CountAsync(default));
        Assert.Equal(Letter("new", 3).RecordedAt, await store.FindOldestAsync(default));
        Assert.True(await store.RemoveAsync("new", default));
        Assert.Null(await store.FindOldestAsync(default));
        Assert.Null(await store.TryFindAsync("one", default));
    }

    internal abstract Task<IDeadLetterStore> CreateAsync();

    private static bool Same(DeadLetter expected, DeadLetter actual) =>
        (expected.Id, expected.Kind, expected.Reason, expected.ExceptionType, expected.Endpoint, expected.FaultedAt, expected.RecordedAt)
        == (actual.Id, actual.Kind, actual.Reason, actual.ExceptionType, actual.Endpoint, actual.FaultedAt, actual.RecordedAt);

    private static DeadLetter Letter(string id, int minute) => new()
    {
        Id = id,
        Kind = DeadLetterKind.Permanent,
        Reason = "the body breaks the analyser",
        FaultedAt = AnArticle.SomeTime,
        RecordedAt = AnArticle.SomeTime.AddMinutes(minute),
    };
}
