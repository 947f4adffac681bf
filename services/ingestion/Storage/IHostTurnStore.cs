using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>One row per registrable host, which all replicas share.</summary>
internal interface IHostTurnStore
{
    Task<HostTurn?> TryFindAsync(string host, CancellationToken ct);

    /// <summary>Writes the row if its stored version is still <see cref="HostTurn.Version"/>, 0 for a host without a row.</summary>
    Task<bool> TrySaveAsync(HostTurn turn, CancellationToken ct);

    /// <summary>Removes rows that say nothing since before that time; gives how many.</summary>
    Task<int> RemoveIdleAsync(DateTimeOffset before, CancellationToken ct);
}
