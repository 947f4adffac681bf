using Microsoft.Extensions.Logging.Abstractions;
using NewsPlatform.Hosting.Workers;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Workers;

public sealed class TimedWorkTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Works_at_once_and_then_by_the_clock_stepped_or_not()
    {
        var clock = new ManualClock();
        using var work = new CountedWork(clock);
        await work.StartAsync(default);
        await BecomesAsync(1);

        clock.Advance(Hour / 2);
        clock.StepWall(Hour / 2);
        await BecomesAsync(2);

        // Back by days: what was due in the clock's own future is due within the interval.
        clock.StepWall(TimeSpan.FromDays(-3));
        await BecomesAsync(3);
        clock.Advance(Hour);
        await BecomesAsync(4);
        await work.StopAsync(default);

        Task BecomesAsync(int times) => Eventually.BecomesAsync(() => Task.FromResult(work.Times), done => done == times, what: $"Round {times}");
    }

    private sealed class CountedWork(TimeProvider clock) : TimedWork(Hour, clock, NullLogger.Instance)
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        protected override Task RunDueAsync(CancellationToken ct)
        {
            Interlocked.Increment(ref _times);
            return Task.CompletedTask;
        }
    }
}
