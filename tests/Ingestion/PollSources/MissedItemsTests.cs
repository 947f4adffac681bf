using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class MissedItemsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal) { ["a"] = "", ["b"] = "" };

    [Fact]
    public void Nothing_is_missed_while_the_list_still_shows_something_known() =>
        Assert.Equal(0, MissedItems.Estimate([Item("b", 60), Item("c", 50)], Before, Noon));

    [Fact]
    public void Nothing_can_be_said_of_a_first_poll_or_an_empty_list()
    {
        Assert.Equal(0, MissedItems.Estimate([Item("c", 50)], new Dictionary<string, string>(StringComparer.Ordinal), lastPoll: null));
        Assert.Equal(0, MissedItems.Estimate([], Before, Noon));
    }

    [Fact]
    public void A_list_that_turned_over_missed_what_its_pace_says_of_the_time_that_it_no_longer_shows() =>
        Assert.Equal(6, MissedItems.Estimate([Item("e", 90), Item("d", 75), Item("c", 60)], Before, Noon - TimeSpan.FromMinutes(30)));

    [Fact]
    public void A_list_without_times_missed_one_at_least() =>
        Assert.Equal(1, MissedItems.Estimate([Item("c", null), Item("d", null)], Before, Noon));

    [Fact]
    public void A_wild_date_makes_no_wild_number() =>
        Assert.Equal(40, MissedItems.Estimate([Item("c", 60), Item("d", 60.001)], Before, Noon - TimeSpan.FromDays(900)));

    private static FeedItem Item(string id, double? minutesAfterNoon) =>
        new() { Id = id, PublishedAt = minutesAfterNoon is { } minutes ? Noon + TimeSpan.FromMinutes(minutes) : null };
}
