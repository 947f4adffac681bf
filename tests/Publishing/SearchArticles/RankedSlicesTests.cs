using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.Tests.Storage;

namespace NewsPlatform.Publishing.Tests.SearchArticles;

/// <summary>How far back the best of all is looked for, and that every hit comes once all the same.</summary>
public sealed class RankedSlicesTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SqliteFile _file = new();

    [Fact]
    public async Task A_title_within_the_newest_two_hundred_comes_first_however_old_and_one_behind_them_comes_behind_them()
    {
        var found = await PageThroughAsync(hits: 260, apart: Day, titles: [150, 230]);

        Assert.Equal(0, found.IndexOf("h150"));
        Assert.Equal(200, found.IndexOf("h230"));
    }

    [Fact]
    public async Task A_title_of_the_same_week_comes_first_however_many_hits_are_newer()
    {
        var found = await PageThroughAsync(hits: 500, apart: Day / 50, titles: [340, 360]);

        Assert.Equal(0, found.IndexOf("h340"));
        Assert.Equal(351, found.IndexOf("h360"));
    }

    [Fact]
    public async Task A_thousand_hits_are_ranked_among_each_other_and_no_more()
    {
        var found = await PageThroughAsync(hits: 1_100, apart: TimeSpan.FromMinutes(1), titles: [990, 1_050]);

        Assert.Equal(0, found.IndexOf("h990"));
        Assert.Equal(1_000, found.IndexOf("h1050"));
    }

    public void Dispose() => _file.Dispose();

    // Hit number n is n times so much older than the newest; those named have the word in their title.
    private async Task<List<string>> PageThroughAsync(int hits, TimeSpan apart, int[] titles)
    {
        var changes = Enumerable.Range(0, hits).Select(ArticleChange (n) => AnArticle.Change(AnArticle.Enriched(
            $"h{n}", title: titles.Contains(n) ? "A bridge" : "A ferry", text: "It passes below one bridge every day.", publishedAt: AnArticle.Noon - (n * apart))));
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync([.. changes], CancellationToken.None);
        var search = new SqliteArticleSearch(_file.Database);

        var found = await search.PageThroughAsync(new ArticleQuery { Text = Searching.Typed("bridge"), Order = ArticleOrder.Relevance, Limit = 70 });

        Assert.Equal(hits, found.Count);
        Assert.Equal(hits, found.Distinct().Count());
        return found;
    }
}
