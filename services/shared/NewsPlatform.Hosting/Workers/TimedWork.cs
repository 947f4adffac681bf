using Microsoft.Extensions.Logging;

namespace NewsPlatform.Hosting.Workers;

/// <summary>Does one thing at an interval of hours, the first time at once, by the clock looked at every second: a timer of hours would not see the clock stepped.</summary>
/// <param name="interval">From the beginning of one round to the next; a round that fails is due again after it.</param>
/// <param name="clock">Whose time counts.</param>
/// <param name="logger">Of the work itself.</param>
public abstract class TimedWork(TimeSpan interval, TimeProvider clock, ILogger logger) : RepeatedWork(TimeSpan.FromSeconds(1), clock, logger)
{
    private readonly TimeProvider _clock = clock;
    private readonly TimeSpan _interval = interval;
    private DateTimeOffset? _nextAt;

    protected abstract Task RunDueAsync(CancellationToken ct);

    /// <summary>Has the next round begin in a second: this one was cut short.</summary>
    protected void GoOnAtOnce() => _nextAt = null;

    protected sealed override Task RunOnceAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow();

        // A time further off than the interval was set by a clock that ran ahead.
        if (now < _nextAt && _nextAt - now <= _interval)
        {
            return Task.CompletedTask;
        }

        _nextAt = now + _interval;
        return RunDueAsync(ct);
    }
}
