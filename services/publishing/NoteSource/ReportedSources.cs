using NewsPlatform.Contracts.Sources;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>All sources that are there, read anew every ten seconds: they change seldom, and may be thousands.</summary>
internal sealed class ReportedSources(ISourceReadStore sources, TimeProvider clock)
{
    private const int BatchSize = 1_000;

    // Each is reported every hour: one that was not for so long was removed, and the word of it lost.
    private static readonly TimeSpan ReportsAreDue = TimeSpan.FromDays(1);

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private volatile Reading? _last;

    /// <summary>False for a source that was removed.</summary>
    public static bool IsThere(SourceReported source, DateTimeOffset now) => source.State != "removed" && source.ReportedAt > now - ReportsAreDue;

    /// <summary>In order of id.</summary>
    public async Task<IReadOnlyList<SourceReported>> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Kept && now >= last.At)
        {
            return last.Sources;
        }

        var read = new List<SourceReported>();
        for (IReadOnlyList<SourceReported>? batch = null; batch is null or { Count: BatchSize }; read.AddRange(batch))
        {
            batch = await sources.ReadAsync(batch?[^1].SourceId, BatchSize, ct);
        }

        read.RemoveAll(source => !IsThere(source, now));
        _last = new Reading(now, read);
        return read;
    }

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<SourceReported> Sources);
}
