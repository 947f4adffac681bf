using System.Collections.Concurrent;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ReportSources;

/// <summary>
/// Reports sources to whoever shows them: one that turned within seconds, all of them once an hour. What a kill or a broken bus swallows is in the next report of all.
/// </summary>
internal sealed class SourceReports(ISourceStore sources, IEventPublisher bus, IBusGate gate, TimeProvider time, ILogger<SourceReports> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), time, logger)
{
    private const int BatchSize = 100;

    private static readonly TimeSpan ReportAllEvery = TimeSpan.FromHours(1);

    // A source that is gone from the store is reported as it was when it went.
    private readonly ConcurrentDictionary<string, Source> _turned = new(StringComparer.Ordinal);
    private readonly TimeProvider _time = time;
    private long? _reportedAll;

    /// <summary>Has the source reported as it will then stand in the store.</summary>
    public void Turned(Source source) => _turned[source.Id] = source;

    /// <summary>Reports what turned and, when it is time, every source.</summary>
    internal async Task ReportAsync(CancellationToken ct)
    {
        foreach (var (id, known) in _turned.ToArray())
        {
            var stored = await sources.TryFindAsync(id, ct);
            await bus.PublishAsync(Report(stored ?? known, stored is null, _time.GetUtcNow()), ct);
            _turned.TryRemove(new KeyValuePair<string, Source>(id, known));
        }

        if (_reportedAll is { } last && _time.GetElapsedTime(last) < ReportAllEvery)
            return;

        var began = _time.GetTimestamp();
        string? after = null;
        while (await sources.ReadAsync(after, BatchSize, ct) is [.., var lastRead] batch)
        {
            await Task.WhenAll(batch.Select(source => bus.PublishAsync(Report(source, isRemoved: false, _time.GetUtcNow()), ct)));
            after = lastRead.Id;
        }

        _reportedAll = began;
    }

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        await gate.WaitUntilReadyAsync(ct);
        await ReportAsync(ct);
    }

    private static SourceReported Report(Source source, bool isRemoved, DateTimeOffset now) => new()
    {
        SourceId = source.Id,
        Name = source.Name,
        Url = source.Url.AbsoluteUri,
        Kind = source.Kind.ToString().ToLowerInvariant(),
        HomePage = source.Imprint?.HomePage,
        Description = source.Imprint?.Description,
        Language = source.Language,
        Country = source.Country,
        Category = source.Category,
        State = isRemoved ? "removed" : SourceChanges.WordOf(source.State),
        StateSince = isRemoved ? now : source.StateSince ?? source.CreatedAt,
        LastSuccessAt = source.LastSuccessAt,
        NextAttemptAt = isRemoved ? null : source.NextAttemptAt,
        LastError = source.LastError,
        ReportedAt = now,
    };
}
