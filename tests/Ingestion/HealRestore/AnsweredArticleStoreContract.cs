using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.HealRestore;

/// <summary>What every engine of <see cref="IAnsweredArticleStore"/> must do.</summary>
public abstract class AnsweredArticleStoreContract
{
    private static readonly DateTimeOffset Noon = AnArticle.SomeTime;

    [Fact]
    public async Task Reads_the_closed_journeys_of_a_time_in_order_of_their_answers_page_after_page()
    {
        var (articles, answered) = await CreateAsync();
        await SaveAsync(articles, Closed("late", 30), Closed("early", -30), Closed("c", 5), Closed("b", 5), Closed("a", 10, ArticleState.Withdrawn), Closed("under-way", 7, ArticleState.Pending), Closed("dead", 7, ArticleState.Dead));

        Assert.Equal(["b", "c", "a"], (await ReadAsync(answered, null, 10)).Select(row => row.Id));
        var first = await ReadAsync(answered, null, 2);
        Assert.Equal(["b", "c"], first.Select(row => row.Id));
        Assert.Equal(["a"], (await ReadAsync(answered, new AnsweredPosition(first[1].AnsweredAt, first[1].Id), 2)).Select(row => row.Id));
        Assert.Equal(Noon.AddMinutes(5), first[0].AnsweredAt);
    }

    [Fact]
    public async Task An_article_that_was_answered_again_is_found_at_its_last_answer()
    {
        var (articles, answered) = await CreateAsync();
        await SaveAsync(articles, Closed("a", 5));
        var row = (await articles.FindAsync(["a"], default))["a"];

        await articles.SaveAsync([new ArticleWrite(row with { AnsweredAt = Noon.AddMinutes(40) })], default);

        Assert.Empty(await ReadAsync(answered, null, 10));
    }

    internal abstract Task<(IArticleStore Articles, IAnsweredArticleStore Answered)> CreateAsync();

    internal static Article Closed(string id, int minutes, ArticleState state = ArticleState.Published) =>
        AnArticle.Row(id, state) with { AnsweredRevision = 1, AnsweredAt = Noon.AddMinutes(minutes) };

    internal static Task SaveAsync(IArticleStore articles, params Article[] rows) => articles.SaveAsync([.. rows.Select(row => new ArticleWrite(row))], default);

    private static Task<IReadOnlyList<Article>> ReadAsync(IAnsweredArticleStore answered, AnsweredPosition? after, int limit) =>
        answered.ReadAnsweredAsync(Noon, Noon.AddMinutes(20), after, limit, default);
}
