namespace NewsPlatform.Ingestion.Storage;

/// <summary>Which article a key names. That never changes, unless the article was never made: then another may take the key over.</summary>
internal interface IKeyStore
{
    /// <summary>The owners of those keys that are known.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>
    /// Adds those keys of each taking that are absent: all of them, or none where another article has one of the taking's keys.
    /// True for each taking whose keys are all its article's afterwards.
    /// </summary>
    Task<IReadOnlyList<bool>> TakeAsync(IReadOnlyList<KeyTaking> takings, CancellationToken ct);
}

/// <summary>Keys that an article is to be known by.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Unmade">Ids that never got their article: their keys are as good as absent. Null = none.</param>
internal sealed record KeyTaking(string ArticleId, IReadOnlyList<string> Keys, IReadOnlySet<string>? Unmade = null);
