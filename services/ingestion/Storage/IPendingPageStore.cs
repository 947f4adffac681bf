using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Pages that a list named and that are still to be fetched, or were given up.</summary>
internal interface IPendingPageStore
{
    /// <summary>Adds each page; one that is stored already (waiting or given up) is due again at once with its attempts forgotten.</summary>
    Task PutAsync(IReadOnlyList<PendingPage> pages, CancellationToken ct);

    /// <summary>Waiting pages whose <see cref="PendingPage.NextAttemptAt"/> has come, the earliest first.</summary>
    Task<IReadOnlyList<PendingPage>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Waiting pages that this owner claims beyond <paramref name="now"/>, in any order.</summary>
    Task<IReadOnlyList<PendingPage>> ReadClaimedAsync(string owner, DateTimeOffset now, CancellationToken ct);

    /// <summary>Writes the page if its stored version is still <see cref="PendingPage.Version"/>.</summary>
    Task<bool> TrySaveAsync(PendingPage page, CancellationToken ct);

    /// <summary>Removes the page if its stored version is still this one: a page that was put again meanwhile stays.</summary>
    Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct);

    /// <summary>Removes pages that were given up and last tried before this instant, at most <paramref name="limit"/>; gives how many those were.</summary>
    Task<int> RemoveGivenUpAsync(DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>A source's pages in order of id, from the one after <paramref name="afterId"/> on.</summary>
    Task<IReadOnlyList<PendingPage>> ReadOfSourceAsync(string sourceId, string? afterId, int limit, CancellationToken ct);

    /// <summary>Removes a source's pages.</summary>
    Task RemoveOfSourceAsync(string sourceId, CancellationToken ct);

    Task<PageCounts> CountAsync(CancellationToken ct);
}

/// <summary>How many pages wait and how many were given up.</summary>
internal sealed record PageCounts(long Waiting, long GivenUp);
