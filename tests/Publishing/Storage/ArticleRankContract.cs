using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What comes first where the best does, in every engine.</summary>
public abstract class ArticleRankContract
{
    private const string Nothing = "Nothing else is told here today.";

    [Theory]
    [InlineData("lighthouse", "title teaser core passing")]
    [InlineData("\"old lighthouse\"", "title teaser passing core")]
    [InlineData("lighthouse old", "title teaser core passing")]
    [InlineData("lighthouse OR windmill", "title teaser core passing")]
    [InlineData("lighthouse AND (old OR windmill)", "title teaser core passing")]
    [InlineData("title:lighthouse", "title")]
    public async Task A_word_weighs_by_where_it_stands(string words, string expected)
    {
        // The better the place, the older: freshness alone would turn them round.
        var search = await CreateAsync(
            At(0, "passing", "A ferry", null, "It passes below an old lighthouse every day."),
            At(1, "core", "A ferry", null, "An old lighthouse. The lighthouse shines. One lighthouse more."),
            At(2, "teaser", "A ferry", "At the old lighthouse", Nothing),
            At(3, "title", "The old lighthouse", null, Nothing));

        Assert.Equal(expected, await RankedAsync(search, words));
    }

    [Fact]
    public async Task A_phrase_weighs_by_where_it_stands_as_one()
    {
        var search = await CreateAsync(
            At(0, "words", "Old ferries and a lighthouse", null, "They pass the old lighthouse."),
            At(1, "phrase", "The old lighthouse", null, Nothing));

        Assert.Equal("phrase words", await RankedAsync(search, "\"old lighthouse\""));
    }

    [Fact]
    public async Task Of_alternatives_who_has_more_comes_first()
    {
        var search = await CreateAsync(
            At(0, "one", "A ferry", null, "It passes below a lighthouse."),
            At(1, "other", "A ferry", null, "It passes below a windmill."),
            At(2, "both", "A ferry", null, "It passes below a windmill and a lighthouse."));

        Assert.Equal("both one other", await RankedAsync(search, "lighthouse OR windmill"));
    }

    /// <summary>An engine that holds these articles.</summary>
    private protected abstract Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes);

    private static ContentChange At(int hoursAgo, string id, string title, string? teaser, string text)
    {
        var article = AnArticle.Enriched(id, title: title, text: text, publishedAt: AnArticle.Noon.AddHours(-hoursAgo));
        return AnArticle.Change(article with { Content = article.Content with { Description = teaser } });
    }

    private static async Task<string> RankedAsync(IArticleSearch search, string words) =>
        string.Join(' ', (await search.FindAsync(new ArticleQuery { Text = Searching.Typed(words), Order = ArticleOrder.Relevance })).Select(hit => hit.ArticleId));
}
