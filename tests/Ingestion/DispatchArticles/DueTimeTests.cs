using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

public sealed class DueTimeTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Takes_everything_for_due_after_a_start_until_it_was_sent()
    {
        var due = new DueTime(_clock);
        Assert.Equal(DateTimeOffset.MaxValue, due.Read());

        due.AllSent();

        Assert.Equal(_clock.Now, due.Read());
    }

    [Fact]
    public void Takes_what_was_stored_by_a_clock_that_ran_ahead_for_due_when_the_clock_is_set_back()
    {
        var due = Settled();
        _clock.Advance(TimeSpan.FromSeconds(5));

        _clock.StepWall(TimeSpan.FromHours(-2));

        Assert.Equal(DateTimeOffset.MaxValue, due.Read());
    }

    [Fact]
    public void Keeps_pauses_while_the_clock_goes_evenly_or_is_set_forward()
    {
        var due = Settled();
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(_clock.Now, due.Read());

        _clock.StepWall(TimeSpan.FromHours(2));

        Assert.Equal(_clock.Now, due.Read());
    }

    [Fact]
    public void Keeps_pauses_again_after_a_minute_though_something_fails_without_end()
    {
        var due = new DueTime(_clock);

        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(_clock.Now, due.Read());
    }

    private DueTime Settled()
    {
        var due = new DueTime(_clock);
        due.Read();
        due.AllSent();
        return due;
    }
}
