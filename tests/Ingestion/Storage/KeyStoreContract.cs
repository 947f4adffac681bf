using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IKeyStore"/> must do.</summary>
public abstract class KeyStoreContract
{
    [Fact]
    public async Task The_first_to_take_a_key_keeps_it()
    {
        var store = await CreateAsync();

        var first = await store.TakeAsync([new KeyTaking("one", ["url:a", "url:b"])], default);
        var second = await store.TakeAsync([new KeyTaking("two", ["url:b"]), new KeyTaking("three", ["url:c"]), new KeyTaking("one", ["url:a", "url:d"])], default);

        Assert.Equal([true], first);
        Assert.Equal([false, true, true], second);
        Assert.Equal(["one", "one", "three", "one"], await OwnersAsync(store, "url:a", "url:b", "url:c", "url:d"));
    }

    [Fact]
    public async Task Keys_of_which_another_article_has_one_are_not_taken_at_all()
    {
        var store = await CreateAsync();
        await store.TakeAsync([new KeyTaking("one", ["as:b"])], default);

        var taken = await store.TakeAsync([new KeyTaking("two", ["hint:2", "as:b", "url:a"]), new KeyTaking("three", ["url:c"])], default);

        Assert.Equal([false, true], taken);
        Assert.Equal([null, "one", null, "three"], await OwnersAsync(store, "hint:2", "as:b", "url:a", "url:c"));
    }

    [Fact]
    public async Task Keys_that_the_article_took_before_stay_its_own_when_it_takes_others_in_vain()
    {
        var store = await CreateAsync();
        await store.TakeAsync([new KeyTaking("one", ["as:b"]), new KeyTaking("two", ["url:a"])], default);

        var taken = await store.TakeAsync([new KeyTaking("two", ["as:b", "url:a"])], default);

        Assert.Equal([false], taken);
        Assert.Equal(["two"], await OwnersAsync(store, "url:a"));
    }

    [Fact]
    public async Task Keys_of_an_article_that_was_never_made_may_be_taken()
    {
        var store = await CreateAsync();
        await store.TakeAsync([new KeyTaking("unmade", ["as:b", "url:a"]), new KeyTaking("one", ["url:c"])], default);
        var unmade = new HashSet<string> { "unmade" };

        var taken = await store.TakeAsync([new KeyTaking("two", ["as:b", "url:b"], unmade), new KeyTaking("three", ["url:c", "url:d"], unmade)], default);

        Assert.Equal([true, false], taken);
        Assert.Equal(["two", "two", "unmade", "one", null], await OwnersAsync(store, "as:b", "url:b", "url:a", "url:c", "url:d"));
    }

    [Fact]
    public async Task Finds_known_keys_and_leaves_out_the_others()
    {
        var store = await CreateAsync();
        await store.TakeAsync([new KeyTaking("one", ["url:новини"])], default);

        var found = await store.FindAsync(["url:новини", "url:unknown"], default);

        Assert.Equal([new KeyValuePair<string, string>("url:новини", "one")], found);
    }

    [Fact]
    public async Task Of_many_that_take_a_key_at_once_one_has_it()
    {
        var store = await CreateAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => store.TakeAsync([new KeyTaking($"article-{i}", ["url:a"])], default))));

        var winner = Assert.Single(Enumerable.Range(0, 20), i => taken[i][0]);
        Assert.Equal([$"article-{winner}"], await OwnersAsync(store, "url:a"));
    }

    internal abstract Task<IKeyStore> CreateAsync();

    private static async Task<IReadOnlyList<string?>> OwnersAsync(IKeyStore store, params string[] keys)
    {
        var owners = await store.FindAsync(keys, default);
        return [.. keys.Select(key => owners.GetValueOrDefault(key))];
    }
}
