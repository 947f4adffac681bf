namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>How many articles a second leave the backlog, as a moving average over about ten seconds. Times are the monotonic clock's.</summary>
internal sealed class DrainRate
{
    private const double MemorySeconds = 10;

    private long _backlog;
    private TimeSpan _at;
    private bool _hasFirst;

    public double PerSecond { get; private set; }

    /// <param name="backlog">The backlog now.</param>
    /// <param name="cameIn">What came into it since the last call.</param>
    /// <param name="now">Monotonic.</param>
    public void Add(long backlog, long cameIn, TimeSpan now)
    {
        var seconds = (now - _at).TotalSeconds;
        if (_hasFirst && seconds > 0)
        {
            // What another replica took in hides some of what left; a rate is never negative.
            var rate = Math.Max(0, _backlog + cameIn - backlog) / seconds;
            PerSecond += (rate - PerSecond) * (1 - Math.Exp(-seconds / MemorySeconds));
        }

        (_backlog, _at, _hasFirst) = (backlog, now, true);
    }
}
