namespace NewsPlatform.Ingestion.Storage;

/// <summary>Which article a key names. Written once, never changed, never removed.</summary>
internal interface IKeyStore
{
    /// <summary>The owners of those keys that are known.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>Inserts each key that is absent and returns the owner of every key afterwards: the earlier one where another was first.</summary>
    Task<IReadOnlyDictionary<string, string>> GetOrAddAsync(IReadOnlyDictionary<string, string> articleIdByKey, CancellationToken ct);
}
