using System.Collections.Concurrent;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.PollDay;

/// <summary>The row per host that the replicas share.</summary>
internal sealed class TurnsInMemory : IHostTurnStore
{
    private readonly ConcurrentDictionary<string, HostTurn> _turns = new(StringComparer.Ordinal);

    public Task<HostTurn?> TryFindAsync(string host, CancellationToken ct) => Task.FromResult(_turns.GetValueOrDefault(host));

    public Task<bool> TrySaveAsync(HostTurn turn, CancellationToken ct)
    {
        var next = turn with { Version = turn.Version + 1 };
        var isSaved = turn.Version == 0 ? _turns.TryAdd(turn.Host, next) : _turns.TryGetValue(turn.Host, out var stored) && stored.Version == turn.Version && _turns.TryUpdate(turn.Host, next, stored);
        return Task.FromResult(isSaved);
    }

    public Task<int> RemoveIdleAsync(DateTimeOffset before, CancellationToken ct) => Task.FromResult(0);
}
