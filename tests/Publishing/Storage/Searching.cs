using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>Asks an engine as the API does: typed words, pages, cursors. It is one o'clock.</summary>
internal static class Searching
{
    /// <summary>The condition of a well-formed query.</summary>
    public static SearchExpression? Typed(string words, string? language = null) => SearchExpressionParser.Parse(words, language).Expression;

    public static async Task<IReadOnlyList<PublishedArticle>> FindAsync(this IArticleSearch search, ArticleQuery query) => (await PageAsync(search, query)).Items;

    public static Task<Page<PublishedArticle>> PageAsync(this IArticleSearch search, ArticleQuery query) =>
        new ArticleLister(search, new ManualClock(AnArticle.Noon.AddHours(1))).ListAsync(query, CancellationToken.None);

    /// <summary>The ids of all pages in order.</summary>
    /// <param name="search">The engine.</param>
    /// <param name="query">Its limit is the page's.</param>
    /// <param name="between">Done after each page.</param>
    public static async Task<List<string>> PageThroughAsync(this IArticleSearch search, ArticleQuery query, Func<Task>? between = null)
    {
        var found = new List<string>();
        while (true)
        {
            var page = await search.PageAsync(query);
            found.AddRange(page.Items.Select(article => article.ArticleId));
            if (page.Next is null)
            {
                return found;
            }

            await (between?.Invoke() ?? Task.CompletedTask);
            Assert.True(Cursor.TryDecode<ArticleCursor>(page.Next, out var after));
            query = query with { After = after };
        }
    }
}
