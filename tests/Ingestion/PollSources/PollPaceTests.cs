using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class PollPaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaceBounds Bounds = PaceBounds.Of(20, new PollingOptions());

    [Fact]
    public void The_owners_interval_is_the_middle_between_floor_and_cap()
    {
        Assert.Equal((Minutes(5), Minutes(20), Minutes(40)), (Bounds.Floor, Bounds.Interval, Bounds.Cap));
        Assert.Equal((Minutes(2), Minutes(2), Minutes(4)), Of(PaceBounds.Of(2, new PollingOptions())));
        Assert.Equal((Minutes(5), Minutes(1440), Minutes(1440)), Of(PaceBounds.Of(1440, new PollingOptions())));
    }

    [Theory]
    [InlineData(0, 25)]
    [InlineData(3, 25)]
    [InlineData(4, 20)]
    [InlineData(5, 17.53)]
    [InlineData(8, 10.96)]
    [InlineData(10, 10)]
    [InlineData(50, 5)]
    public void The_more_of_a_list_is_new_the_sooner_it_is_read_again(int fresh, double minutes) =>
        Assert.Equal(minutes, Plan(20, new ListTurn(50, fresh, Elapsed: Minutes(20))).Pause.TotalMinutes, tolerance: 0.01);

    [Theory]
    [InlineData(1, 0.005)]
    [InlineData(10, 0.037)]
    [InlineData(50, 0.088)]
    [InlineData(1_000, 0.165)]
    public void A_short_list_is_left_less_of_its_length_than_a_long_one(int items, double share) => Assert.Equal(share, PollPace.SafeShare(items), tolerance: 0.001);

    [Fact]
    public void A_quiet_list_is_read_ever_less_often_down_to_the_cap_and_a_burst_brings_it_back()
    {
        var pace = Bounds.Interval;
        for (var poll = 0; poll < 20; poll++)
            pace = Plan(pace.TotalMinutes, new ListTurn(20, 0, Elapsed: pace)).Pace;

        Assert.Equal(Bounds.Cap, pace);
        Assert.Equal(Bounds.Floor, Plan(pace.TotalMinutes, new ListTurn(20, 20, Elapsed: pace)).Pace);
    }

    [Fact]
    public void Never_more_of_what_the_list_covers_goes_by_than_is_safe() =>
        Assert.Equal(11.37, Plan(20, new ListTurn(20, 0, Covers: Minutes(200), Elapsed: Minutes(20))).Pause.TotalMinutes, tolerance: 0.01);

    [Fact]
    public void What_is_new_after_an_outage_of_ours_is_not_blamed_on_the_pace() =>
        Assert.Equal(Minutes(25), Plan(20, new ListTurn(20, 20, Elapsed: Minutes(800))).Pace);

    [Fact]
    public void A_poll_that_somebody_asked_for_before_its_time_does_not_slow_the_source() =>
        Assert.Equal(Minutes(20), Plan(20, new ListTurn(20, 0, Elapsed: Minutes(1))).Pace);

    [Fact]
    public void The_sites_own_word_lengthens_a_pause_and_is_told_as_the_reason()
    {
        var byTtl = Plan(20, Quiet, new SiteHints(new FeedRhythm { TtlMinutes = 35 }));
        var byLife = Plan(20, Quiet, new SiteHints(FreshFor: Minutes(30)));

        Assert.Equal((Minutes(35), Minutes(25)), (byTtl.Pause, byTtl.Pace));
        Assert.Equal("Every 35 min: the feed's ttl is 35 min.", byTtl.Reason);
        Assert.Equal(Minutes(30), byLife.Pause);
        Assert.Contains("Cache-Control", byLife.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_hint_goes_beyond_the_cap_or_lets_half_of_what_the_list_covers_go_by()
    {
        var yearly = new SiteHints(new FeedRhythm { UpdateMinutes = 525_600 });

        var capped = Plan(20, Quiet, yearly);
        var turning = Plan(20, Quiet with { Covers = Minutes(60) }, yearly);

        Assert.Equal((Bounds.Cap, Minutes(30)), (capped.Pause, turning.Pause));
        Assert.EndsWith("as far as the bounds allow.", capped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_and_days_without_news_are_left_out()
    {
        var night = new SiteHints(new FeedRhythm { SkipHours = [12, 13, 14] });
        var weekend = new SiteHints(new FeedRhythm { SkipDays = [DayOfWeek.Saturday, DayOfWeek.Sunday] });
        var always = new SiteHints(new FeedRhythm { SkipHours = [.. Enumerable.Range(0, 24)] });

        Assert.Equal(TimeSpan.FromHours(3), Plan(20, Quiet, night).Pause);
        Assert.Equal(TimeSpan.FromDays(1), PollPace.Next(Minutes(20), Bounds, Quiet, weekend, Noon.AddDays(1)).Pause);
        Assert.Equal(Minutes(25), Plan(20, Quiet, always).Pause);
    }

    private static ListTurn Quiet { get; } = new(20, 0, Elapsed: Minutes(20));

    private static PollPlan Plan(double pace, ListTurn turn, SiteHints? hints = null) => PollPace.Next(Minutes(pace), Bounds, turn, hints ?? SiteHints.None, Noon);

    private static (TimeSpan Floor, TimeSpan Interval, TimeSpan Cap) Of(PaceBounds bounds) => (bounds.Floor, bounds.Interval, bounds.Cap);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
