namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>
/// Until when a pending article's time counts as come. Normally the wall clock; but after a start, and when that clock was stepped back, what stands
/// further in the future was put there by a clock that was wrong, or is a pause that may be cut once: all of it is due, for a while.
/// </summary>
internal sealed class DueTime(TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // So that an article which fails again and again is not sent without any pause for ever.
    private static readonly TimeSpan Amnesty = TimeSpan.FromSeconds(60);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _seen = time.GetTimestamp();
    private long? _amnestySince = time.GetTimestamp();

    /// <summary>To be asked at each look for pending articles.</summary>
    public DateTimeOffset Read()
    {
        var now = time.GetUtcNow();
        if (now < _wall + time.GetElapsedTime(_seen) - Tolerance)
            _amnestySince = time.GetTimestamp();

        (_wall, _seen) = (now, time.GetTimestamp());
        if (_amnestySince is { } since && time.GetElapsedTime(since) > Amnesty)
            _amnestySince = null;

        return _amnestySince is null ? now : DateTimeOffset.MaxValue;
    }

    /// <summary>Nothing was pending any more: pauses are kept again.</summary>
    public void AllSent() => _amnestySince = null;
}
