using NewsPlatform.Contracts.Sources;
using NewsPlatform.Publishing.NoteSource;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine of <see cref="ISourceReadStore"/> must do.</summary>
public abstract class SourceReadStoreContract
{
    [Fact]
    public async Task Keeps_the_latest_report_of_each_source_whatever_the_order_of_arrival()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([AnArticle.Source("a", "dormant", minute: 5), AnArticle.Source("b", "healthy", minute: 5)], default);

        await store.PutNewerAsync([AnArticle.Source("a", "healthy", minute: 4), AnArticle.Source("b", "retired", minute: 7), AnArticle.Source("b", "degraded", minute: 6)], default);

        Assert.Equal([AnArticle.Source("a", "dormant", minute: 5), AnArticle.Source("b", "retired", minute: 7)], await store.ReadAsync(null, 10, default));
    }

    [Fact]
    public async Task Gives_them_in_order_of_id_page_by_page()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([.. new[] { "c", "a", "b" }.Select(id => AnArticle.Source(id, "healthy", minute: 1))], default);

        Assert.Equal(["a", "b"], (await store.ReadAsync(null, 2, default)).Select(source => source.SourceId));
        Assert.Equal(["c"], (await store.ReadAsync("b", 2, default)).Select(source => source.SourceId));
    }

    private protected abstract Task<ISourceReadStore> CreateAsync();
}
