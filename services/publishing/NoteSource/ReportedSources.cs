using NewsPlatform.Contracts.Sources;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>All sources that are reported and not removed, read anew every ten seconds: they change seldom, and may be thousands.</summary>
internal sealed class ReportedSources(ISourceReadStore sources, TimeProvider clock)
{
    private const int BatchSize = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private volatile Reading? _last;

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

        read.RemoveAll(source => source.State == "removed");
        _last = new Reading(now, read);
        return read;
    }

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<SourceReported> Sources);
}
