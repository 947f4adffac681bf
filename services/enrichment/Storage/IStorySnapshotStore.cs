namespace NewsPlatform.Enrichment.Storage;

/// <summary>
/// Keeps what the story log comes to at one position, in parts, so that a start need not replay it from the beginning. Nothing depends on it: without
/// one, or with one that cannot be used, the log is replayed whole.
/// </summary>
internal interface IStorySnapshotStore
{
    /// <summary>The newest snapshot that was saved whole; null when there is none.</summary>
    Task<SnapshotHead?> ReadNewestAsync(CancellationToken ct);

    /// <summary>One part, from 0; null when a newer snapshot has replaced this one meanwhile.</summary>
    Task<byte[]?> ReadPartAsync(SnapshotHead head, int part, CancellationToken ct);

    /// <summary>Keeps one part; it is not seen before its head is saved.</summary>
    Task SavePartAsync(string snapshotId, long position, int part, byte[] bytes, CancellationToken ct);

    /// <summary>Makes a snapshot the newest and drops what is older, heads and parts.</summary>
    Task SaveHeadAsync(SnapshotHead head, CancellationToken ct);
}

/// <summary>What is known of a snapshot without its parts.</summary>
/// <param name="Id">Its own: two processes may save at the same position.</param>
/// <param name="Position">The next position to be applied after it.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Form">How it is written, and under which settings; another form cannot be read.</param>
/// <param name="LastEntry">Fingerprint of the log's entry before <paramref name="Position"/>: of another life's log it is another.</param>
internal sealed record SnapshotHead(string Id, long Position, int Parts, string Form, string LastEntry);
