using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.SpeakReader;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine of <see cref="IReaderStore"/> must do.</summary>
public abstract class ReaderStoreContract
{
    private static readonly ReaderSubscription Feed = new("feed/1", "?category=sports", "Sports", "Games");

    [Fact]
    public async Task Of_two_changes_of_one_profile_the_second_is_told_that_it_came_too_late()
    {
        var store = await CreateAsync();

        Assert.Null(await store.TryFindAsync("a", default));
        Assert.True(await store.TryPutAsync("a", new ReaderProfile(1, [Feed], 5), default));
        Assert.False(await store.TryPutAsync("a", new ReaderProfile(1, [], 6), default));
        Assert.True(await store.TryPutAsync("a", new ReaderProfile(2, [Feed], 7, Preferences: [new("feed/1", "is-expanded", "true"), new(null, "theme", "d\"ark")]), default));
        Assert.False(await store.TryPutAsync("a", new ReaderProfile(2, [], 8), default));

        var held = await store.TryFindAsync("a", default);
        Assert.Equal((2L, 7L), (held!.Version, held.ReadUpTo));
        Assert.Equal([Feed], held.Subscriptions);
        Assert.Equal([new("feed/1", "is-expanded", "true"), new(null, "theme", "d\"ark")], held.Preferences!);
        Assert.Null(await store.TryFindAsync("b", default));
    }

    [Fact]
    public async Task A_mark_changes_what_it_tells_and_leaves_the_rest()
    {
        var store = await CreateAsync();
        await store.MarkAsync("a", [new("x", 3, Read: true, Starred: null), new("y", 2, Read: null, Starred: true)], default);
        await store.MarkAsync("a", [new("x", 3, Read: null, Starred: true), new("y", 2, Read: false, Starred: null)], default);
        await store.MarkAsync("b", [new("x", 3, Read: false, Starred: null)], default);

        var marks = await store.ReadMarksAsync("a", ["x", "y", "z"], default);
        Assert.Equal(new ReaderMark("x", 3, Read: true, Starred: true), marks["x"]);
        Assert.Equal(new ReaderMark("y", 2, Read: false, Starred: true), marks["y"]);
        Assert.Equal((2, 2, 1), (marks.Count, await store.CountMarksAsync("a", default), await store.CountMarksAsync("b", default)));
    }

    [Fact]
    public async Task Of_marks_that_come_together_none_is_lost()
    {
        var store = await CreateAsync();
        var ids = Enumerable.Range(0, 300).Select(i => $"x{i}").ToList();

        await Task.WhenAll(
            [
                .. Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.MarkAsync("a", [.. ids.Select(id => new ReaderMark(id, 1, Read: true, Starred: null))], default))),
                .. Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.MarkAsync("a", [.. ids.Select(id => new ReaderMark(id, 1, Read: null, Starred: true))], default))),
            ]);

        Assert.All((await store.ReadMarksAsync("a", ids, default)).Values, mark => Assert.Equal((true, true), (mark.Read, mark.Starred)));
        Assert.Equal(ids.Count, await store.CountMarksAsync("a", default));
    }

    [Fact]
    public async Task Lists_marks_in_either_order_page_by_page_and_forgets_old_ones_but_for_the_stars()
    {
        var store = await CreateAsync();
        await store.MarkAsync("a", [.. Enumerable.Range(1, 5).Select(i => new ReaderMark($"x{i}", (i + 1) / 2, Read: true, Starred: i == 2))], default);

        Assert.Equal("x5 x4 x3", await ListAsync(isStarred: false, after: null, oldestFirst: false));
        Assert.Equal("x2 x1", await ListAsync(isStarred: false, new HitPlace(2, "x3"), oldestFirst: false));
        Assert.Equal("x4 x5", await ListAsync(isStarred: false, new HitPlace(2, "x3"), oldestFirst: true));
        Assert.Equal("x2", await ListAsync(isStarred: true, after: null, oldestFirst: true));

        await store.ForgetReadAsync("a", upTo: 2, default);
        Assert.Equal("x5 x2", await ListAsync(isStarred: false, after: null, oldestFirst: false));
        Assert.Equal(2, await store.CountMarksAsync("a", default));

        async Task<string> ListAsync(bool isStarred, HitPlace? after, bool oldestFirst) =>
            string.Join(' ', (await store.ListMarksAsync("a", new ReaderMarkQuery(isStarred, after, oldestFirst, 3), default)).Select(mark => mark.ArticleId));
    }

    [Fact]
    public async Task Gives_each_article_a_number_for_good_and_no_two_the_same()
    {
        var store = await CreateAsync();
        var ids = Enumerable.Range(0, 200).Select(i => $"article-{i}").ToList();

        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.NumberAsync(ids, default)));

        var numbers = rounds[0];
        Assert.Equal(ids.Count, numbers.Values.Where(number => number > 0).Distinct().Count());
        Assert.All(rounds, round => Assert.Equal(numbers.OrderBy(pair => pair.Key), round.OrderBy(pair => pair.Key)));
        Assert.Equal("article-7", (await store.FindNumberedAsync([numbers["article-7"], 17], default)).Single().Value);
    }

    private protected abstract Task<IReaderStore> CreateAsync();
}
