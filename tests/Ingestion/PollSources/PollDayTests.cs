using NewsPlatform.PollDay;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>A small day of the benchmark (tests/bench.sh polling), on virtual time.</summary>
public sealed class PollDayTests
{
    [Fact]
    public async Task Through_an_ordinary_day_next_to_nothing_is_missed_and_no_host_sees_more_of_three_replicas_than_it_is_owed()
    {
        var sources = new SimulatedWorld(seed: 1, surge: 2).Sources(300);
        var day = new SimulatedDay(sources, seed: 2);

        await day.RunAsync();

        var figures = new DayFigures(sources, day);
        TestContext.Current.TestOutputHelper?.WriteLine(figures.Lines(TimeSpan.Zero));
        // Arrivals and pauses are by chance: one item may slip through once in many runs.
        Assert.InRange(figures.MissedBeyondFloor, 0, 1);
        Assert.True(figures.EveryHostInPeace);
        Assert.InRange(day.Polls, 300 * 24, (int)sources.Sum(source => 1_440.0 / source.Row.IntervalMinutes));
    }

    [Fact]
    public async Task Where_a_burst_was_too_fast_for_the_pace_the_estimate_says_so()
    {
        var sources = new SimulatedWorld(seed: 1, surge: 20).Sources(300);
        var day = new SimulatedDay(sources, seed: 2);

        await day.RunAsync();

        var (missedOf, found) = new DayFigures(sources, day).Estimates;
        Assert.InRange(missedOf, 1, 300);
        Assert.Equal(missedOf, found);
    }
}
