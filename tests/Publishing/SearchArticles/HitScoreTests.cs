using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.SearchArticles;

public sealed class HitScoreTests
{
    private static readonly TextClause Bridge = new([["bridge"]]);

    [Fact]
    public void The_better_place_of_a_word_weighs_more()
    {
        ArticleFields[] places = [ArticleFields.Content, ArticleFields.Core, ArticleFields.Description, ArticleFields.Title];

        var scores = places.Select(place => Score(place | ArticleFields.Content)).ToList();

        Assert.Equal(scores.Order(), scores);
        Assert.Equal(4, scores.Distinct().Count());
        Assert.Equal(0, Score(ArticleFields.None));
    }

    [Fact]
    public void The_fresher_of_two_is_better_and_an_old_title_still_above_words_in_passing()
    {
        Assert.True(Score(ArticleFields.Title, age: TimeSpan.FromDays(7)) < Score(ArticleFields.Title));
        Assert.True(Score(ArticleFields.Title, age: TimeSpan.FromDays(700)) > Score(ArticleFields.Content));
        Assert.True(Score(ArticleFields.Title, age: TimeSpan.FromDays(700)) < Score(ArticleFields.Description));
        Assert.Equal(Score(ArticleFields.Title), Score(ArticleFields.Title, age: TimeSpan.FromHours(-5)), 9);
    }

    [Fact]
    public void What_another_told_before_comes_behind_it() => Assert.True(Score(ArticleFields.Title, isDuplicate: true) < Score(ArticleFields.Title, age: TimeSpan.FromDays(2)));

    private static double Score(ArticleFields fields, TimeSpan age = default, bool isDuplicate = false) =>
        HitScore.Of(new Hit(new HitPlace(HitKey.First(AnArticle.Noon - age), "a"), isDuplicate, [fields]), [Bridge], AnArticle.Noon);
}
