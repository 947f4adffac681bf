using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>The sources and what the last poll of each left behind.</summary>
internal interface ISourceStore
{
    /// <summary>Adds a source whose id and address are free; otherwise returns the source that holds one of them.</summary>
    Task<Source?> AddOrFindConflictAsync(Source source, CancellationToken ct);

    Task<Source?> TryFindAsync(string id, CancellationToken ct);

    /// <summary>In order of id, from the one after <paramref name="afterId"/> on.</summary>
    Task<IReadOnlyList<Source>> ReadAsync(string? afterId, int limit, CancellationToken ct);

    /// <summary>Those whose <see cref="Source.NextAttemptAt"/> has come, the earliest first.</summary>
    Task<IReadOnlyList<Source>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Writes the source if its stored version is still <see cref="Source.Version"/>; a new address must be free.</summary>
    Task<SourceSave> SaveAsync(Source source, CancellationToken ct);

    /// <summary>Removes the source and its fetch state; false when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    /// <summary>The empty state for a source that was never polled.</summary>
    Task<FetchState> ReadFetchStateAsync(string sourceId, CancellationToken ct);

    Task SaveFetchStateAsync(string sourceId, FetchState state, CancellationToken ct);
}

/// <summary>How writing a source ended.</summary>
internal enum SourceSave
{
    Done,

    /// <summary>Somebody wrote or removed it since it was read.</summary>
    Outdated,

    /// <summary>Another source has this address.</summary>
    AddressTaken,
}
