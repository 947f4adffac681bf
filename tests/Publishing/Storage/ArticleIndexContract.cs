using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine does when the program indexes otherwise than the one before it.</summary>
public abstract class ArticleIndexContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Finds_again_what_an_older_program_indexed_and_goes_through_it_a_few_at_a_time()
    {
        var (articles, index, search) = await CreateAsync();
        await articles.PutNewerAsync([.. "abcde".Select(id => AnArticle.Change(AnArticle.Enriched($"{id}")))], None);
        await articles.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("waits", embargoedUntil: AnArticle.Noon.AddDays(1)))], None);
        await articles.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("c"), AnArticle.Noon)], None);
        await OutdateAsync();
        var before = await FindAsync(search);

        var calls = 1;
        for (var place = await index.RenewAsync(null, 2, None); place is not null; place = await index.RenewAsync(place, 2, None))
        {
            calls++;
        }

        Assert.Empty(before);
        Assert.Equal(["a", "b", "d", "e"], (await FindAsync(search)).Order());
        Assert.InRange(calls, 2, 3);
    }

    [Fact]
    public async Task Has_nothing_to_do_where_nothing_is_held()
    {
        var (_, index, search) = await CreateAsync();

        Assert.Null(await index.RenewAsync(null, 10, None));
        Assert.Empty(await FindAsync(search));
    }

    private protected abstract Task<(IArticleReadStore Articles, IArticleIndex Index, IArticleSearch Search)> CreateAsync();

    /// <summary>Leaves of the index what a program of another version would have written: nothing that this one finds.</summary>
    protected abstract Task OutdateAsync();

    private static async Task<IEnumerable<string>> FindAsync(IArticleSearch search) =>
        (await search.FindAsync(new ArticleQuery { Text = Searching.Typed("bridge", "en") })).Select(article => article.ArticleId);
}
