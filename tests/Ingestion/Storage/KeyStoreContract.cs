using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IKeyStore"/> must do.</summary>
public abstract class KeyStoreContract
{
    [Fact]
    public async Task The_first_to_claim_a_key_keeps_it()
    {
        var store = await CreateAsync();

        var first = await store.GetOrAddAsync(Claims(("url:a", "one"), ("url:b", "one")), default);
        var second = await store.GetOrAddAsync(Claims(("url:b", "two"), ("url:c", "two")), default);

        Assert.Equal(("one", "one"), (first["url:a"], first["url:b"]));
        Assert.Equal(("one", "two"), (second["url:b"], second["url:c"]));
    }

    [Fact]
    public async Task Finds_known_keys_and_leaves_out_the_others()
    {
        var store = await CreateAsync();
        await store.GetOrAddAsync(Claims(("url:новини", "one")), default);

        var found = await store.FindAsync(["url:новини", "url:unknown"], default);

        Assert.Equal([new KeyValuePair<string, string>("url:новини", "one")], found);
    }

    [Fact]
    public async Task Many_claimants_at_once_agree_on_one_owner()
    {
        var store = await CreateAsync();

        var owners = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => store.GetOrAddAsync(Claims(("url:a", $"article-{i}")), default))));

        Assert.Single(owners.Select(owner => owner["url:a"]).Distinct());
    }

    internal abstract Task<IKeyStore> CreateAsync();

    private static Dictionary<string, string> Claims(params (string Key, string Id)[] claims) => claims.ToDictionary(claim => claim.Key, claim => claim.Id);
}
