using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.NoteSightings;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine of <see cref="ISightingStore"/> must do.</summary>
public abstract class SightingStoreContract
{
    [Fact]
    public async Task Keeps_each_source_of_an_article_once_as_it_was_noted_first_whatever_comes_again()
    {
        var store = await CreateAsync();
        await store.AddAsync([AnArticle.Sighted("a", "first", "second")], default);

        await store.AddAsync([AnArticle.Sighted("a", "first", "second"), AnArticle.Sighted("b", "first", "second"), AnArticle.Sighted("a", "first", "third")], default);

        var noted = await store.ReadAsync(["a", "b", "unknown"], default);
        Assert.Equal(["first", "second", "third"], noted["a"].Select(sighting => sighting.SourceId).Order(StringComparer.Ordinal));
        Assert.Equal(AnArticle.Sighted("b", "first", "second").SeenIn, noted["b"]);
        Assert.False(noted.Contains("unknown"));
    }

    [Fact]
    public async Task Gives_the_sources_in_order_of_time_whichever_came_first()
    {
        var store = await CreateAsync();
        var sighted = AnArticle.Sighted("a", "one", "two", "three");
        await store.AddAsync([sighted with { SeenIn = [sighted.SeenIn[2]] }], default);

        await store.AddAsync([sighted], default);

        Assert.Equal(sighted.SeenIn, (await store.ReadAsync(["a"], default))["a"]);
    }

    private protected abstract Task<ISightingStore> CreateAsync();
}
