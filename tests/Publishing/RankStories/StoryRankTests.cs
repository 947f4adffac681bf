using NewsPlatform.Publishing.RankStories;

namespace NewsPlatform.Publishing.Tests.RankStories;

public sealed class StoryRankTests
{
    private static readonly Dictionary<string, double> Equal = [];

    [Fact]
    public void Yesterdays_big_story_makes_room_for_todays_smaller_one()
    {
        Assert.True(Score(24, "a", "b", "c") < Score(1, "a", "b"));
        Assert.True(Score(1, "a", "b", "c") > Score(1, "a", "b"));
    }

    [Fact]
    public void One_source_that_tells_a_story_often_does_not_outweigh_two() => Assert.True(Score(1, "a", "a", "a") < Score(1, "a", "b"));

    [Fact]
    public void A_story_that_comes_fast_outweighs_one_that_is_as_fresh_and_slow()
    {
        StoryPulse[] fast = [Pulse("a", 0.1), Pulse("b", 0.2), Pulse("a", 0.5)];
        StoryPulse[] slow = [Pulse("a", 0.1), Pulse("b", 9), Pulse("a", 20)];

        Assert.True(StoryRank.Of(fast, Equal, AnArticle.Noon).Score > StoryRank.Of(slow, Equal, AnArticle.Noon).Score);
    }

    [Fact]
    public void A_weightier_source_lifts_its_stories()
    {
        var weights = new Dictionary<string, double> { ["agency"] = 3, ["rumours"] = 0.2 };

        Assert.Equal(2, StoryRank.Of([Pulse("agency", 1), Pulse("paper", 1)], weights, AnArticle.Noon).Authority);
        Assert.True(StoryRank.Of([Pulse("rumours", 1)], weights, AnArticle.Noon).Score < Score(1, "paper"));
    }

    [Fact]
    public void The_score_is_the_product_of_the_parts_that_are_told()
    {
        var rank = StoryRank.Of([Pulse("a", 8), Pulse("b", 10)], Equal, AnArticle.Noon);

        Assert.Equal((2, 1, 1, 0.5), (rank.Sources, rank.Velocity, rank.Authority, rank.Freshness));
        Assert.Equal(1, rank.Score);
    }

    [Fact]
    public void A_rank_holds_for_five_minutes()
    {
        Assert.Equal(StoryRank.StepOf(AnArticle.Noon), StoryRank.StepOf(AnArticle.Noon.AddSeconds(299)));
        Assert.Equal(AnArticle.Noon.AddMinutes(5), StoryRank.StepOf(AnArticle.Noon.AddSeconds(301)));
    }

    private static double Score(double hoursAgo, params string[] sources) => StoryRank.Of([.. sources.Select(source => Pulse(source, hoursAgo))], Equal, AnArticle.Noon).Score;

    private static StoryPulse Pulse(string source, double hoursAgo) => new(source, AnArticle.Noon.AddHours(-hoursAgo));
}
