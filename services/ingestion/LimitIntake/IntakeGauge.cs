using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>
/// Says whether articles are taken in: by the last look at store and disk and by what this process took since. The store is the queue,
/// so the backlog is bounded on disk, not in memory.
/// </summary>
internal sealed class IntakeGauge(IArticleStore articles, IPendingPageStore pages, DataDisk disk, IOptions<IntakeOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DiskPause = TimeSpan.FromSeconds(30);

    private readonly IntakeOptions _options = options.Value;
    private readonly long _start = time.GetTimestamp();
    private readonly DrainRate _drain = new();
    private readonly Lock _gate = new();
    private long _measured;
    private long _taken;
    private long? _freeBytes;
    private long _waitingPages;
    private bool _isFull;

    /// <summary>Articles a second that leave the backlog.</summary>
    public double DrainPerSecond => _drain.PerSecond;

    /// <summary>True when no source is to be polled: pages enough wait already.</summary>
    public bool HasPagesEnough => Interlocked.Read(ref _waitingPages) >= _options.MaxPendingPages;

    /// <summary>Another article went into the backlog.</summary>
    public void Took() => Interlocked.Increment(ref _taken);

    public IntakeState State()
    {
        lock (_gate)
        {
            if (_freeBytes < _options.MinFreeDiskBytes)
                return new IntakeState(IntakeObstacle.Disk, $"The data disk has {_freeBytes:N0} bytes left and the limit is {_options.MinFreeDiskBytes:N0} (Intake:MinFreeDiskBytes): nothing is taken in until there is room.", DiskPause);

            var backlog = _measured + Interlocked.Read(ref _taken);
            _isFull |= backlog >= _options.MaxPending;
            return _isFull
                ? new IntakeState(IntakeObstacle.Backlog, $"{backlog:N0} articles wait to be published and the limit is {_options.MaxPending:N0} (Intake:MaxPending): send this one again after the time in Retry-After.", UntilResumed(backlog))
                : IntakeState.Open;
        }
    }

    /// <summary>Looks at store and disk anew.</summary>
    public async Task MeasureAsync(CancellationToken ct)
    {
        var takenBefore = Interlocked.Read(ref _taken);
        var backlog = await articles.CountBacklogAsync(ct);
        Interlocked.Exchange(ref _waitingPages, (await pages.CountAsync(ct)).Waiting);
        var free = _options.MinFreeDiskBytes > 0 ? disk.FreeBytes() : null;
        lock (_gate)
        {
            _drain.Add(backlog, takenBefore, time.GetElapsedTime(_start));
            _measured = backlog;
            _freeBytes = free;
            _isFull = _isFull && backlog > ResumeAt;
            Interlocked.Add(ref _taken, -takenBefore);
        }
    }

    // Not at the limit itself: it would open and close with every article.
    private long ResumeAt => _options.MaxPending - Math.Max(1, _options.MaxPending / 10);

    private TimeSpan UntilResumed(long backlog)
    {
        var seconds = DrainPerSecond > 0 ? (backlog - ResumeAt) / DrainPerSecond : Latest.TotalSeconds;
        return TimeSpan.FromSeconds(Math.Ceiling(Math.Clamp(seconds, Soonest.TotalSeconds, Latest.TotalSeconds)));
    }
}
