using NewsPlatform.Ingestion.RecordDeadLetter;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>The open dead letters.</summary>
internal interface IDeadLetterStore
{
    /// <summary>False when a letter of this id is stored already; the stored one stays.</summary>
    Task<bool> TryAddAsync(DeadLetter letter, CancellationToken ct);

    Task<DeadLetter?> TryFindAsync(string id, CancellationToken ct);

    /// <summary>The newest first, from the one after <paramref name="after"/> on; bodies left out.</summary>
    Task<IReadOnlyList<DeadLetter>> ReadAsync(DeadLetterPosition? after, int limit, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    /// <summary>Removes the letters of these articles' revisions up to the given ones.</summary>
    Task RemoveOfArticlesAsync(IReadOnlyDictionary<string, long> revisionByArticle, CancellationToken ct);

    Task<long> CountAsync(CancellationToken ct);

    /// <summary>When the oldest open letter was recorded; null when there is none.</summary>
    Task<DateTimeOffset?> FindOldestAsync(CancellationToken ct);
}

/// <summary>A place in the list of letters: newest first, then by id.</summary>
internal sealed record DeadLetterPosition(DateTimeOffset RecordedAt, string Id);
