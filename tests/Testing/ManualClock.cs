namespace NewsPlatform.Testing;

/// <summary>A clock that the test moves, or steps as a wrong wall clock is set right. Timers made from it run on real time; what reads the time reads the test's.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private long _utcTicks = now.UtcTicks;
    private long _stepTicks;

    public ManualClock() : this(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _utcTicks) + Interlocked.Read(ref _stepTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _utcTicks, value.UtcTicks - Interlocked.Read(ref _stepTicks));
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _utcTicks, by.Ticks);

    /// <summary>Moves the wall clock alone; the monotonic one goes on as if nothing had happened.</summary>
    public void StepWall(TimeSpan by) => Interlocked.Add(ref _stepTicks, by.Ticks);
}
