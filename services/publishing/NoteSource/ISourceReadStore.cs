using NewsPlatform.Contracts.Sources;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>The sources that ingestion reported, each as it was reported last.</summary>
internal interface ISourceReadStore
{
    /// <summary>Stores each report that is later than the one held.</summary>
    Task PutNewerAsync(IReadOnlyList<SourceReported> reports, CancellationToken ct);

    /// <summary>In order of id, from the one after <paramref name="afterId"/> on, those that were removed too.</summary>
    Task<IReadOnlyList<SourceReported>> ReadAsync(string? afterId, int limit, CancellationToken ct);
}
