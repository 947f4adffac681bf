using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class SourceScheduleTests
{
    private static readonly DateTimeOffset Start = AnArticle.SomeTime;
    private static readonly PollingOptions Options = new() { RedirectsUntilMove = 5 };
    private static readonly Uri Old = new("https://post.example/feed");
    private static readonly Uri New = new("https://post.example/rss.xml");

    private readonly Source _source = new()
    {
        Id = "post",
        Name = "Post",
        Kind = SourceKind.Feed,
        Url = Old,
        IntervalMinutes = 15,
        NextAttemptAt = Start,
        CreatedAt = Start,
    };

    [Fact]
    public void A_source_goes_from_healthy_to_degraded_to_dormant_and_back_and_every_turn_is_written_down()
    {
        var source = _source;
        for (var failure = 0; failure < 10; failure++)
            source = Fail(source, Lasting, Start.AddHours(failure));

        source = Succeed(source, new PollOutcome(20), Start.AddDays(2));

        Assert.Equal(["healthy → degraded", "degraded → dormant", "dormant → healthy"], Turns(source).Select(turn => $"{turn.From} → {turn.To}"));
        Assert.Equal((SourceState.Healthy, Start.AddDays(2), 0.0, (string?)null), (source.State, source.StateSince, source.Strikes, source.LastError));
    }

    [Fact]
    public void Passing_troubles_weigh_a_quarter_of_lasting_ones()
    {
        var passing = Enumerable.Range(0, 39).Aggregate(_source, (source, hour) => Fail(source, new PollFailure("busy", FailureWeight.Passing), Start.AddHours(hour)));
        var soft = Enumerable.Range(0, 20).Aggregate(_source, (source, hour) => Fail(source, new PollFailure("404", FailureWeight.Soft), Start.AddHours(hour)));

        Assert.Equal((SourceState.Degraded, SourceState.Dormant), (passing.State, soft.State));
        Assert.Equal(SourceState.Dormant, Fail(passing, new PollFailure("busy", FailureWeight.Passing), Start.AddDays(3)).State);
    }

    [Fact]
    public void Gone_is_believed_when_it_is_said_three_times_over_three_days_and_then_still_asked_once_a_month()
    {
        var twice = Fail(Fail(_source, Gone, Start), Gone, Start.AddDays(3));
        var tooSoon = Fail(Fail(Fail(_source, Gone, Start), Gone, Start.AddHours(1)), Gone, Start.AddDays(2));
        var believed = Fail(twice, Gone, Start.AddDays(4));

        Assert.Equal((SourceState.Degraded, SourceState.Degraded, SourceState.Retired), (twice.State, tooSoon.State, believed.State));
        Assert.InRange(believed.NextAttemptAt - Start.AddDays(4), TimeSpan.FromDays(28), TimeSpan.FromDays(32));
        Assert.Equal((SourceState.Healthy, (GoneWord?)null), (Succeed(believed, new PollOutcome(3), Start.AddDays(34)).State, Succeed(believed, new PollOutcome(3), Start.AddDays(34)).Manners.Gone));
    }

    [Fact]
    public void A_source_moves_only_after_many_permanent_redirects_in_a_row_to_the_same_address()
    {
        var four = Polls(_source, 4, New);
        var broken = Polls(Succeed(four, new PollOutcome(null), Start.AddHours(5)), 4, New);
        var elsewhere = Polls(Succeed(four, new PollOutcome(null) { MovedTo = new Uri("https://other.example/") }, Start.AddHours(5)), 4, New);
        var moved = Polls(four, 1, New);

        Assert.All([four, broken, elsewhere], source => Assert.Equal(Old, source.Url));
        Assert.Equal((New, Old), (moved.Url, Assert.Single(moved.Manners.Formerly).Url));
        Assert.Equal((SourceAspect.Address, Old.OriginalString, New.OriginalString), (moved.Changes[0].Of, moved.Changes[0].From, moved.Changes[0].To));
    }

    [Fact]
    public void A_list_does_not_move_to_the_front_page_of_its_site() =>
        Assert.Equal((Old, (PermanentMove?)null), (Polls(_source, 50, new Uri("https://post.example/")).Url, Polls(_source, 50, new Uri("https://post.example/")).Manners.Move));

    [Fact]
    public void The_old_address_is_taken_up_again_when_the_new_one_fails()
    {
        var moved = Polls(_source, 5, New);

        var back = Enumerable.Range(0, 10).Aggregate(moved, (source, hour) => Fail(source, new PollFailure("busy", FailureWeight.Passing), Start.AddDays(1).AddHours(hour)));

        Assert.Equal((Old, New), (back.Url, Assert.Single(back.Manners.Formerly).Url));
        Assert.Equal(Start.AddDays(1).AddHours(9), back.NextAttemptAt);
        Assert.Contains("failed 10 times", back.Changes[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_denied_a_change_is_written_down_once()
    {
        var lied = Succeed(_source, new PollOutcome(20) { WasFull = true, ChangeWasDenied = true }, Start);

        var later = Succeed(lied, new PollOutcome(20) { WasFull = true, ChangeWasDenied = true }, Start.AddHours(1));

        Assert.Equal(Start, later.Manners.ConditionsOffSince);
        Assert.Single(later.Changes, change => change.Of == SourceAspect.ConditionalGet);
    }

    [Fact]
    public void What_the_site_asks_for_goes_first()
    {
        var hour = Fail(_source, new PollFailure("busy", FailureWeight.Passing, RetryAfter: TimeSpan.FromHours(2)), Start);
        var soon = Fail(_source, new PollFailure("busy", FailureWeight.Passing, RetryAfter: TimeSpan.FromSeconds(1)), Start);

        Assert.Equal((Start.AddHours(2), Start.AddSeconds(10)), (hour.NextAttemptAt, soon.NextAttemptAt));
        Assert.Equal("The site asked to be left alone (Retry-After); 2 h are granted.", hour.NextReason);
        Assert.Equal("Later with every failure; 1 so far.", soon.NextReason);
    }

    private static PollFailure Lasting { get; } = new("It is an HTML page.", FailureWeight.Hard);

    private static PollFailure Gone { get; } = new("It answered with status 410.", FailureWeight.Hard, IsGone: true);

    private static IEnumerable<SourceChange> Turns(Source source) => source.Changes.Where(change => change.Of == SourceAspect.State).Reverse();

    private static Source Fail(Source source, PollFailure failure, DateTimeOffset at) => SourceSchedule.Failed(source, failure, Options, at, chance: 0.5);

    private static Source Succeed(Source source, PollOutcome outcome, DateTimeOffset at) => SourceSchedule.Succeeded(source, outcome, Options, at, chance: 0.5);

    private static Source Polls(Source source, int times, Uri movedTo) =>
        Enumerable.Range(0, times).Aggregate(source, (current, hour) => Succeed(current, new PollOutcome(20) { MovedTo = movedTo }, Start.AddHours(hour)));
}
