using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.Tests.IndexArticles;

public sealed class HitKeyTests
{
    [Fact]
    public void A_later_second_comes_after_every_article_of_an_earlier_one()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var (key, next) = (HitKey.Of(AnArticle.Noon, $"a{i}"), HitKey.Of(AnArticle.Noon.AddSeconds(1), $"b{i}"));

            Assert.InRange(key, HitKey.First(AnArticle.Noon), HitKey.Last(AnArticle.Noon));
            Assert.True(next > HitKey.Last(AnArticle.Noon));
            Assert.Equal(AnArticle.Noon, HitKey.Time(key));
        }
    }

    [Fact]
    public void Articles_of_one_second_are_spread()
    {
        var keys = Enumerable.Range(0, 10_000).Select(i => HitKey.Of(AnArticle.Noon, $"a{i}")).ToHashSet();

        // Of 10,000 among 2^20 places about 48 meet by chance.
        Assert.InRange(keys.Count, 9_850, 10_000);
    }

    [Fact]
    public void Times_before_1970_are_the_oldest() => Assert.Equal(0, HitKey.First(new DateTimeOffset(1912, 4, 15, 2, 20, 0, TimeSpan.Zero)));
}
